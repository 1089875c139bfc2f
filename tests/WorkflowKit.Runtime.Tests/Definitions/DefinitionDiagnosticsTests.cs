using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Definitions;

public class DefinitionDiagnosticsTests
{
    [Fact]
    public void A_text_over_the_limit_is_not_read()
    {
        var result = Read.Text("""{ "id": "w", "steps": [] }""", new() { MaxBytes = 10 });

        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1002");
        result.Definition.ShouldBeNull();
        result.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void A_member_that_stands_twice()
    {
        var result = Read.Text("""{ "id": "first", "steps": [], "id": "second" }""");

        result.Diagnostics.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Code.ShouldBe("WK1005"),
            one => one.Span.Column.ShouldBe(31),
            one => one.Message.ShouldBe("`id` stands twice in this object; only the first is read."));
        result.Definition!.Id.ShouldBe("first");
    }

    [Theory]
    [InlineData("\"type\": \"forEach\", \"items\": \"[]\", \"step\": [], \"steps\": []", "step", null)]
    [InlineData("\"type\": \"forEach\", \"items\": \"[]\", \"Steps\": []", "Steps", "Did you mean `steps`?")]
    [InlineData("\"type\": \"a.b\", \"conection\": \"x\"", "conection", "Did you mean `connection`?")]
    [InlineData("\"type\": \"a.b\", \"items\": \"x\"", "items", null)]
    public void An_unknown_member(string members, string name, string? hint)
    {
        var diagnostic = Read.Text(Read.WithStep(members)).Diagnostics.First(one => one.Code == "WK1006");

        diagnostic.Message.ShouldContain($"has no member `{name}`");
        diagnostic.Pointer.ShouldBe($"/steps/0/{name}");
        if (hint is not null)
            diagnostic.Hint.ShouldBe(hint);
    }

    [Theory]
    [InlineData("\"type\": \"forEach\", \"steps\": []", "items")]
    [InlineData("\"type\": \"forEach\", \"items\": \"[]\"", "steps")]
    [InlineData("\"type\": \"while\", \"steps\": []", "condition")]
    [InlineData("\"type\": \"repeat\", \"steps\": []", "until")]
    [InlineData("\"type\": \"parallel\"", "branches")]
    [InlineData("\"type\": \"parallel\", \"branches\": [{ \"steps\": [] }]", "id")]
    [InlineData("\"type\": \"switch\"", "cases")]
    [InlineData("\"type\": \"switch\", \"cases\": [{ \"steps\": [] }]", "when")]
    [InlineData("\"type\": \"try\", \"catch\": []", "steps")]
    [InlineData("\"type\": \"try\", \"steps\": []", "catch")]
    [InlineData("\"type\": \"wait\"", "for")]
    [InlineData("\"type\": \"input\"", "with")]
    [InlineData("\"type\": \"input\", \"with\": {}", "schema")]
    [InlineData("\"type\": \"workflow\"", "workflow")]
    [InlineData("\"type\": \"set\"", "with")]
    [InlineData("\"type\": \"log\"", "message")]
    [InlineData("\"type\": \"fail\"", "message")]
    [InlineData("\"name\": \"x\"", "type")]
    public void A_missing_member(string members, string name)
    {
        var diagnostic = Read.SingleInStep(members);

        diagnostic.Code.ShouldBe("WK1007");
        diagnostic.Message.ShouldEndWith($"needs `{name}`.");
    }

    [Theory]
    [InlineData("{ \"steps\": [] }", "A definition needs `id`.")]
    [InlineData("{ \"id\": \"w\" }", "A definition needs `steps`.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"connections\": { \"a\": {} } }", "A connection needs `provider`.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"options\": { \"concurrency\": {} } }", "`concurrency` needs `limit`.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [{ \"type\": \"a.b\" }] }", "A `a.b` step needs `id`.")]
    public void A_missing_member_elsewhere(string text, string message) => Read.Single(text).Message.ShouldBe(message);

    [Theory]
    [InlineData("\"type\": 1", "`type` must be a string, but is the number 1.")]
    [InlineData("\"type\": \"a.b\", \"if\": true", "`if` must be a string that holds an expression, but is `true`.")]
    [InlineData("\"type\": \"a.b\", \"after\": \"x\"", "`after` must be an array of step ids, but is a string.")]
    [InlineData("\"type\": \"a.b\", \"after\": [1]", "An item of `after` must be a step's id as a string, but is the number 1.")]
    [InlineData("\"type\": \"a.b\", \"timeout\": 30", "`timeout` must be a duration as a string, such as `\"PT30S\"`, but is the number 30.")]
    [InlineData("\"type\": \"a.b\", \"retry\": 3", "`retry` must be an object such as `{ \"maxAttempts\": 3 }`, but is the number 3.")]
    [InlineData("\"type\": \"a.b\", \"retry\": { \"jitter\": \"yes\" }", "`jitter` must be `true` or `false`, but is a string.")]
    [InlineData("\"type\": \"a.b\", \"compensate\": {}", "`compensate` must be an array of steps, but is an object.")]
    [InlineData("\"type\": \"forEach\", \"items\": [], \"steps\": []", "`items` must be a string that holds an expression, but is an array.")]
    [InlineData("\"type\": \"switch\", \"cases\": [null]", "A case must be an object, but is `null`.")]
    [InlineData("\"type\": \"input\", \"with\": []", "`with` must be an object with `title`, `message` and `schema`, but is an array.")]
    [InlineData("\"type\": \"input\", \"with\": { \"schema\": 1 }", "`schema` must be a JSON Schema, an object, but is the number 1.")]
    public void A_wrong_type_says_expected_and_found(string members, string message)
    {
        var diagnostic = Read.SingleInStep(members);

        (diagnostic.Code, diagnostic.Message).ShouldBe(("WK1008", message));
    }

    [Fact]
    public void A_literal_where_an_expression_belongs_is_told_its_quotes() =>
        Read.SingleInStep(""" "type": "a.b", "if": true """).Hint.ShouldBe("Write `\"true\"`.");

    [Theory]
    [InlineData("[]", "A definition must be an object, but is an array.")]
    [InlineData("{ \"id\": \"w\", \"steps\": {} }", "`steps` must be an array of steps, but is an object.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [7] }", "A step must be an object, but is the number 7.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"inputs\": [] }", "`inputs` must be a JSON Schema, an object, but is an array.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"name\": null }", "`name` must be a string, but is `null`.")]
    public void A_wrong_type_elsewhere(string text, string message) => Read.Single(text).Message.ShouldBe(message);

    [Theory]
    [InlineData("{ \"id\": \"Order\", \"steps\": [] }", "`Order` cannot be a workflow's id.")]
    [InlineData("{ \"id\": \"\", \"steps\": [] }", "`` cannot be a workflow's id.")]
    [InlineData("{ \"id\": \"w\\n\", \"steps\": [] }", "`w\n` cannot be a workflow's id.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [{ \"id\": \"a-b\", \"type\": \"a.b\" }] }", "`a-b` cannot be a step's id.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [{ \"id\": \"s\", \"type\": \"workflow\", \"workflow\": \"../x\" }] }", "`../x` cannot be a workflow's id.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [{ \"id\": \"s\", \"type\": \"forEach\", \"items\": \"x\", \"as\": \"steps\", \"steps\": [] }] }", "`steps` cannot be the name of an item.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [{ \"id\": \"s\", \"type\": \"parallel\", \"branches\": [{ \"id\": \"1\", \"steps\": [] }] }] }", "`1` cannot be a branch's id.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"connections\": { \" \": { \"provider\": \"p\" } } }", "` ` cannot be a connection's name.")]
    public void A_bad_identifier(string text, string message)
    {
        var diagnostic = Read.Single(text);

        (diagnostic.Code, diagnostic.Message).ShouldBe(("WK1009", message));
    }

    [Fact]
    public void A_step_id_that_is_taken_anywhere()
    {
        var diagnostic = Read.Single("""
            { "id": "w", "steps": [
              { "id": "a", "type": "a.b" },
              { "id": "b", "type": "try", "steps": [{ "id": "a", "type": "a.b" }], "catch": [] } ] }
            """);

        (diagnostic.Code, diagnostic.Span.Line, diagnostic.Message).ShouldBe(("WK1010", 3, "The step id `a` is taken already, in line 2."));
    }

    [Fact]
    public void A_branch_id_that_is_taken() =>
        Read.SingleInStep(""" "type": "parallel", "branches": [{ "id": "a", "steps": [] }, { "id": "a", "steps": [] }] """).Code.ShouldBe("WK1011");

    [Theory]
    [InlineData("30s", "it does not begin with `P` and a number")]
    [InlineData("P1Y", "years and months have no fixed length")]
    [InlineData("P1M", "years and months have no fixed length")]
    [InlineData("P5S", "hours, minutes and seconds stand behind a `T`")]
    [InlineData("PT5D", "weeks and days stand before the `T`")]
    [InlineData("PT5", "its last number has no unit")]
    [InlineData("PT1S2M", "its units are not in the order W, D, H, M, S")]
    [InlineData("PT1.5M1S", "only its last number may have a fraction")]
    [InlineData("PTS", "`S` stands where a number belongs")]
    [InlineData("-PT1S", "durations are not negative")]
    [InlineData("P99999999999D", "it is too long")]
    [InlineData("PT1.2.3S", "`1.2.3` is no number")]
    [InlineData("PT5X", "`X` is no unit")]
    public void A_bad_duration(string text, string why)
    {
        var diagnostic = Read.SingleInStep($$""" "type": "a.b", "timeout": "{{text}}" """);

        (diagnostic.Code, diagnostic.Message).ShouldBe(("WK1012", $"`{text}` is no duration: {why}."));
    }

    [Theory]
    [InlineData("PT0.5S", 0.5)]
    [InlineData("PT1,5M", 90)]
    [InlineData("P1DT2H3M4S", 93784)]
    [InlineData("P2W", 1209600)]
    public void A_good_duration(string text, double seconds) =>
        Read.Step($$""" "type": "a.b", "timeout": "{{text}}" """).Timeout.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("\"type\": \"wait\", \"for\": \"P1Y\"", "WK1012")]
    [InlineData("\"type\": \"wait\", \"until\": \"2030-01-31T08:00:00\"", "WK1013")]
    [InlineData("\"type\": \"wait\", \"until\": \"2030-02-31T08:00:00Z\"", "WK1013")]
    [InlineData("\"type\": \"wait\", \"for\": \"PT1S\", \"until\": \"now\"", "WK1017")]
    [InlineData("\"type\": \"a.b\", \"timeout\": \"PT0S\"", "WK1015")]
    [InlineData("\"type\": \"a.b\", \"retry\": { \"maxAttempts\": 0 }", "WK1015")]
    [InlineData("\"type\": \"a.b\", \"retry\": { \"maxAttempts\": 1.5 }", "WK1015")]
    [InlineData("\"type\": \"forEach\", \"items\": \"x\", \"steps\": [], \"concurrency\": 1e99", "WK1015")]
    [InlineData("\"type\": \"a.b\", \"if\": \" \"", "WK1016")]
    [InlineData("\"type\": \"\"", "WK1016")]
    [InlineData("\"type\": \"a.b\", \"connection\": \"\"", "WK1016")]
    [InlineData("\"type\": \"a.b\", \"if\": \"${{ inputs.x }}\"", "WK1024")]
    public void A_bad_value(string members, string code) => Read.SingleInStep(members).Code.ShouldBe(code);

    [Theory]
    [InlineData("\"type\": \"a.b\", \"onError\": \"Continue\"", "Did you mean `continue`?")]
    [InlineData("\"type\": \"parallel\", \"branches\": [], \"mode\": \"any\"", "Use one of `all`, `settle` and `first`.")]
    [InlineData("\"type\": \"log\", \"message\": \"x\", \"level\": \"info\"", "Did you mean `information`?")]
    [InlineData("\"type\": \"a.b\", \"retry\": { \"backoff\": \"exponental\" }", "Did you mean `exponential`?")]
    public void An_unknown_value_has_a_suggestion(string members, string hint)
    {
        var diagnostic = Read.SingleInStep(members);

        (diagnostic.Code, diagnostic.Hint).ShouldBe(("WK1014", hint));
    }

    [Fact]
    public void An_unknown_control_step_is_read_as_an_activity()
    {
        var result = Read.Text(Read.WithStep(""" "type": "foreach", "items": "x", "steps": [] """));

        result.Diagnostics[0].ShouldSatisfyAllConditions(
            one => one.Code.ShouldBe("WK1018"),
            one => one.Message.ShouldBe("There is no control step `foreach`."),
            one => one.Hint.ShouldBe("Did you mean `forEach`?"));
        result.Definition!.Steps[0].ShouldBeOfType<ActivityDefinition>().Type.ShouldBe("foreach");
    }

    [Fact]
    public void Too_many_steps_are_reported_once()
    {
        var steps = string.Join(",", Enumerable.Range(0, 8).Select(i => $$"""{ "id": "s{{i}}", "type": "a.b" }"""));

        var result = Read.Text($$"""{ "id": "w", "steps": [{{steps}}] }""", new() { MaxSteps = 5 });

        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1019");
        result.Definition!.Steps.Count.ShouldBe(5);
    }

    [Fact]
    public void Steps_nested_too_deeply()
    {
        const string text = """
            { "id": "w", "steps": [{ "id": "a", "type": "try", "catch": [], "steps": [{ "id": "b", "type": "try", "catch": [], "steps": [{ "id": "c", "type": "a.b" }] }] }] }
            """;

        Read.Text(text, new() { MaxNesting = 3 }).Diagnostics.ShouldBeEmpty();
        Read.Text(text, new() { MaxNesting = 2 }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1020");
    }

    [Fact]
    public void The_default_nesting_fits_into_the_depth_of_json()
    {
        var text = """{ "id": "w", "steps": [""";
        for (var i = 0; i < 31; i++)
            text += $$"""{ "id": "s{{i}}", "type": "switch", "cases": [{ "when": "true", "steps": [""";
        text += """{ "id": "t", "type": "a.b", "with": [[[[{ "a": 1 }]]]] }""" + string.Concat(Enumerable.Repeat("] }] }", 31)) + "] }";

        Read.Text(text).Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"type\": \"a.b\", \"if\": \"{0}\"")]
    [InlineData("\"type\": \"set\", \"with\": {{ \"deep\": [\"{0}\"] }}")]
    [InlineData("\"type\": \"log\", \"message\": \"{0}\"")]
    public void A_text_that_is_too_long(string members)
    {
        var text = Read.WithStep(string.Format(System.Globalization.CultureInfo.InvariantCulture, members, new string('x', 50)));

        Read.Text(text, new() { MaxExpressionLength = 49, MaxTemplateLength = 49 }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1021");
    }

    [Fact]
    public void Inputs_that_are_no_object() => Read.Single("""{ "id": "w", "inputs": { "type": "string" }, "steps": [] }""").Code.ShouldBe("WK1022");

    [Fact]
    public void A_schema_that_is_wrong_is_reported_where_it_is_wrong()
    {
        var diagnostic = Read.Single("""{ "id": "w", "inputs": { "type": "object", "properties": { "a": { "minLength": -1 } } }, "steps": [] }""");

        (diagnostic.Code, diagnostic.Pointer).ShouldBe(("WK1022", "/inputs/properties/a/minLength"));
    }

    [Fact]
    public void The_schema_of_an_input_step_is_checked() =>
        Read.SingleInStep(""" "type": "input", "with": { "schema": { "type": "strin" } } """).Pointer.ShouldBe("/steps/0/with/schema/type");

    [Theory]
    [InlineData("\"type\": \"forEach\", \"items\": \"x\", \"steps\": [], \"retry\": {}", "retry")]
    [InlineData("\"type\": \"log\", \"message\": \"x\", \"with\": 1", "with")]
    [InlineData("\"type\": \"set\", \"with\": 1, \"connection\": \"shop\"", "connection")]
    public void A_member_without_effect_is_a_warning(string members, string name)
    {
        var result = Read.Text(Read.WithStep(members));

        var diagnostic = result.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Severity).ShouldBe(("WK1023", DiagnosticSeverity.Warning));
        diagnostic.Message.ShouldStartWith($"`{name}` has no effect");
        result.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var result = Read.Text("""
            { "id": "W", "nam": "x", "steps": [
                { "id": "a", "type": "forEach", "concurrency": 0 },
                { "id": "a", "type": "while", "steps": [{ "id": "2", "type": "wait", "for": "1h" }] } ] }
            """);

        result.Diagnostics.Select(one => one.Code).ShouldBe(["WK1009", "WK1006", "WK1007", "WK1007", "WK1015", "WK1010", "WK1007", "WK1009", "WK1012"], ignoreOrder: true);
        result.Definition!.Steps.Count.ShouldBe(2);
    }
}
