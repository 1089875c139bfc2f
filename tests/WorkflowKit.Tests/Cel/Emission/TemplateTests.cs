namespace WorkflowKit.Tests.CelTests.Emission;

public sealed class TemplateTests
{
    public sealed record Charge(decimal Amount, string Currency, string? Memo, int Copies = 1);

    [Theory]
    [InlineData("""{ "amount": 12.50, "currency": "EUR" }""", "(Amount: 12.50m, Currency: \"EUR\", Memo: null)")]
    [InlineData("""{ "amount": "${{ steps.fetch.output.total }}", "currency": "${{ inputs.orderId }}" }""", "(Amount: fetch.Total, Currency: inputs.OrderId, Memo: null)")]
    [InlineData("""{ "amount": 1, "currency": "EUR", "memo": null, "copies": 2 }""", "(Amount: 1, Currency: \"EUR\", Memo: null, Copies: 2)")]
    [InlineData("""{ "amount": "${{ inputs.limit }}", "currency": "EUR" }""", "(Amount: Cel.ToDecimal(Cel.Of(inputs.Limit), \"with/amount\"), Currency: \"EUR\", Memo: null)")]
    public void A_positional_record_is_constructed_by_name(string json, string expected) =>
        TemplateHarness.Emit(new Sample(), json, typeof(Charge)).ShouldBe("new global::WorkflowKit.Tests.CelTests.Emission.TemplateTests.Charge" + expected);

    [Fact]
    public void A_class_is_constructed_with_an_initializer() => TemplateHarness.Emit(
        new Sample(),
        """
        { "to": "${{ inputs.note }}", "tags": ["a", "${{ inputs.orderId }}"], "amounts": { "a": 1 }, "status": "Paid", "urgency": "not-urgent", "level": 3,
          "line": "${{ steps.fetch.output.lines[0] }}", "lines": [{ "sku": "a", "quantity": 1, "price": 0.1 }], "numbers": [1, 2], "anything": null,
          "id": "${{ steps.fetch.output.id }}", "wait": "${{ data.wait }}", "reply-to": "x" }
        """,
        typeof(Mail)).ShouldBe("""
        new global::WorkflowKit.Tests.CelTests.Mail
        {
            To = Cel.Required(inputs.Note, "with/to"),
            Tags = ["a", inputs.OrderId],
            Amounts = new Dictionary<string, decimal> { ["a"] = 1 },
            Status = Shop.Status.Paid,
            Urgency = global::WorkflowKit.Tests.CelTests.Mail.Priority.Low,
            Id = fetch.Id,
            Wait = Cel.ToTimeSpan(Cel.Select(data, "wait"), "with/wait"),
            Anything = null,
            Level = 3,
            Line = Cel.Index(fetch.Lines, 0),
            Lines = [new Shop.Line(Sku: "a", Quantity: 1, Price: 0.1m)],
            Numbers = [1, 2],
            ReplyTo = "x",
        }
        """);

    [Theory]
    [InlineData("\"plain\"", "Cel.Of(\"plain\")")]
    [InlineData("\"${{ inputs.count }}\"", "Cel.Of(inputs.Count)")]
    [InlineData("\"Order ${{ inputs.orderId }}!\"", "Cel.Of($\"Order {inputs.OrderId}!\")")]
    [InlineData("\"${{ inputs.count }} of ${{ steps.fetch.output.total }}\"", "Cel.Of($\"{Cel.ToText(inputs.Count)} of {Cel.ToText(fetch.Total)}\")")]
    [InlineData("\"{x} ${{ inputs.note }}\"", "Cel.Of($\"{{x}} {inputs.Note}\")")]
    [InlineData("\"$${{ no }}\"", "Cel.Of(\"${{ no }}\")")]
    [InlineData("\"${{ {'a': {'b': 1}} }}\"", "CelValue.Map((\"a\", CelValue.Map((\"b\", Cel.Of(1L)))))")]
    [InlineData("\"${{ '}}' }}\"", "Cel.Of(\"}}\")")]
    [InlineData("\"a ${{ inputs.count > 1 ? 'x' : 'y' }}\"", "Cel.Of($\"a {(inputs.Count > 1 ? \"x\" : \"y\")}\")")]
    [InlineData("[1, 1.5, true, null, \"a\"]", "CelValue.List(Cel.Of(1L), Cel.Of(1.5), Cel.Of(true), CelValue.Null, Cel.Of(\"a\"))")]
    [InlineData("{ \"a\": \"${{ inputs }}\", \"b\": {} }", "CelValue.Map((\"a\", inputs.ToCel()), (\"b\", CelValue.Map()))")]
    public void What_has_no_declared_type_becomes_a_dynamic_value(string json, string expected) =>
        TemplateHarness.Emit(new Sample(), json, null).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "amout": 1, "currency": "EUR" }""", "(1,38): error WK2109: `amount` is missing. Add it: `\"amount\": 0`.", "(1,40): error WK2110: There is no `amout` to set here. Did you mean `amount`?")]
    [InlineData("""{ "amount": "much", "currency": "EUR" }""", "(1,50): error WK2108: This must be a double, but it is text.")]
    [InlineData("""{ "amount": 1, "currency": 3 }""", "(1,65): error WK2108: This must be text, but it is an int. Put it between quotes.")]
    [InlineData("""{ "amount": 1, "currency": "${{ inputs.count }}" }""", "(1,65): error WK2108: This must be text, but it is an int. Turn it into text with `string(...)`.")]
    [InlineData("""{ "amount": 1, "currency": null }""", "(1,65): error WK2108: This must be text, but it is null.")]
    [InlineData("""{ "amount": 1, "currency": "a", "copies": 3000000000 }""", "(1,80): error WK2112: `3000000000` does not fit a whole number from -2147483648 to 2147483647.")]
    [InlineData("""{ "amount": 1, "currency": "a", "copies": 1.5 }""", "(1,80): error WK2112: `1.5` does not fit a whole number.")]
    [InlineData("""{ "amount": 1, "currency": "a ${{ inputs.nam }}" }""", "(1,79): error WK2102: `inputs` (Inputs) has no member `nam`. It has `orderId`, `limit`, `count`, `note`, `tags`, `address`.")]
    [InlineData("""{ "amount": 1, "currency": "a ${{ inputs.orderId" }""", "(1,68): error WK2008: `${{` has no `}}` that ends it. Close it with `}}`, or write `$${{` for the characters themselves.")]
    [InlineData("""{ "amount": 1, "currency": "\t${{ inputs.nam }}" }""", "(1,79): error WK2102: `inputs` (Inputs) has no member `nam`. It has `orderId`, `limit`, `count`, `note`, `tags`, `address`.")]
    [InlineData("[1]", """(1,38): error WK2108: This must be an object (Charge), but it is a list(dyn). Write an object: `{ "amount": 0, "currency": "..." }`.""")]
    [InlineData("\"${{ inputs.tags }}\"", "(1,38): error WK2108: This must be an object (Charge), but it is a list(string).")]
    public void What_does_not_fit_the_step_is_told_where_it_stands(string json, params string[] expected) =>
        TemplateHarness.Diagnose(json, typeof(Charge)).Select(one => one.ToString()).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "to": "a", "status": "Payd" }""", "WK2112: `Payd` does not fit one of `Open`, `Paid`. Did you mean `Paid`?")]
    [InlineData("""{ "to": "a", "id": "x" }""", "WK2112: `x` does not fit a GUID.")]
    [InlineData("""{ "to": "a", "wait": "soon" }""", "WK2112: `soon` does not fit a duration such as `PT1H30M`.")]
    [InlineData("""{ "to": "a", "at": "soon" }""", "WK2112: `soon` does not fit a time such as `2026-02-28T13:30:00Z`.")]
    [InlineData("""{ "to": "a", "tags": ["a", 1] }""", "WK2108: This must be text, but it is an int. Put it between quotes.")]
    [InlineData("""{ "to": "a", "line": { "sku": "a", "quantity": 1 } }""", "WK2109: `price` is missing. Add it: `\"price\": 0`.")]
    [InlineData("""{ "to": "a", "hidden": "x" }""", "WK2110: There is no `hidden` to set here.")]
    public void Inner_values_are_held_against_their_types_too(string json, string expected) =>
        TemplateHarness.Diagnose(json, typeof(Mail)).ShouldHaveSingleItem().ToString().ShouldContain(expected);
}
