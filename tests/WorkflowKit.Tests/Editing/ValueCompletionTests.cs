using WorkflowKit.Editing;

namespace WorkflowKit.Tests.Editing;

public sealed class ValueCompletionTests
{
    [Fact]
    public void Step_types_come_from_the_catalogue_and_the_format()
    {
        var items = Editor.Complete(Editor.WithSteps("""{ "id": "a", "type": "|" }"""));

        items.Take(2).Select(item => (item.Label, item.Kind, item.Detail, item.Documentation)).ShouldBe(
            [("billing.charge", CompletionKind.StepType, "Charge card", "Charges a card."), ("shop.getOrder", CompletionKind.StepType, "Get order", "Reads an order.")]);
        items.Skip(2).ShouldAllBe(item => item.Kind == CompletionKind.ControlStep);
        items.ShouldContain(item => item.Label == "forEach");
    }

    [Theory]
    [InlineData("""{ "id": "a", "type": "ch|" }""", "billing.charge", """{ "id": "a", "type": "billing.charge|" }""")]
    [InlineData("""{ "id": "a", "type": "ch| }""", "billing.charge", """{ "id": "a", "type": "billing.charge"| }""")]
    [InlineData("""{ "id": "a", "type": | }""", "billing.charge", """{ "id": "a", "type": "billing.charge"| }""")]
    [InlineData("""{ "id": "a", "type": | "name": "b" }""", "billing.charge", """{ "id": "a", "type": "billing.charge"|, "name": "b" }""")]
    public void Choosing_a_type_writes_the_quotes_that_are_missing(string step, string label, string expected) =>
        Editor.Choose(Editor.WithSteps(step), label).ShouldEndWith(expected + "] }");

    [Theory]
    [InlineData("\"onError\": \"|\"", new[] { "fail", "continue" })]
    [InlineData("\"retry\": { \"backoff\": \"|\" }", new[] { "constant", "linear", "exponential" })]
    [InlineData("\"retry\": { \"jitter\": | }", new[] { "true", "false" })]
    [InlineData("\"retry\": { \"maxAttempts\": | }", new[] { "3" })]
    [InlineData("\"connection\": \"|\"", new[] { "pay", "shop" })]
    [InlineData("\"with\": { \"urgency\": \"|\" }", new[] { "Low", "High", "${{ }}" })]
    [InlineData("\"with\": { \"capture\": | }", new[] { "true", "false", "${{ }}" })]
    public void Members_are_offered_the_words_that_they_take(string member, string[] expected) =>
        Editor.Labels(Editor.WithSteps($$"""{ "id": "a", "type": "billing.charge", {{member}} }""")).ShouldBe(expected);

    [Theory]
    [InlineData("""{ "id": "a", "type": "log", "level": "|" }""", "warning")]
    [InlineData("""{ "id": "a", "type": "parallel", "mode": "|" }""", "settle")]
    [InlineData("""{ "id": "a", "type": "log", "timeout": "|" }""", null)]
    [InlineData("""{ "id": "a", "type": "billing.charge", "timeout": "|" }""", "PT30S")]
    [InlineData("""{ "id": "a", "type": "wait", "for": "|" }""", "PT5M")]
    public void Control_steps_are_offered_theirs(string step, string? expected)
    {
        var labels = Editor.Labels(Editor.WithSteps(step));

        if (expected is null)
            labels.ShouldBeEmpty();
        else
            labels.ShouldContain(expected);
    }

    [Fact]
    public void The_providers_are_those_that_steps_ask_for() =>
        Editor.Labels("""{ "connections": { "pay": { "provider": "|" } } }""").ShouldBe(["stripe"]);

    [Fact]
    public void A_step_can_wait_for_the_others_of_its_list_but_for_none_that_waits_for_it()
    {
        const string Steps = """
            { "id": "a", "type": "log", "message": "", "after": [] },
            { "id": "b", "type": "log", "message": "", "after": ["x", "|"] },
            { "id": "c", "type": "log", "message": "", "after": ["b"] },
            { "id": "d", "type": "log", "message": "", "after": ["c"] },
            { "id": "e", "type": "switch", "after": [], "cases": [{ "when": "true", "steps": [{ "id": "inner", "type": "log", "message": "" }] }] }
            """;

        Editor.Labels(Editor.WithSteps(Steps)).ShouldBe(["a", "e"]);
    }

    [Fact]
    public async Task A_child_is_one_of_the_hosts_workflows_and_is_offered_its_inputs()
    {
        const string Child = """{ "id": "the-child", "name": "The child", "inputs": { "type": "object", "properties": { "who": { "type": "string" } } }, "steps": [] }""";
        (await Editor.Registry.SaveAsync(Child, cancellationToken: TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();

        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "workflow", "workflow": "the|" }""")).ShouldBe(["the-child"]);
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "workflow", "workflow": "the-child", "with": { | } }""")).ShouldBe(["who"]);
    }

    [Fact]
    public void A_new_step_is_written_whole_with_a_free_id_and_what_it_needs() =>
        Editor.Choose(Editor.WithSteps("""{ "id": "charge", "type": "log", "message": "" }, |"""), "billing.charge")
            .ShouldEndWith("""}, { "id": "charge2", "type": "billing.charge", "connection": "pay", "with": { "amount": 0, "currency": "|" } }] }""");

    [Theory]
    [InlineData("switch", """{ "id": "switch", "type": "switch", "cases": [{ "when": "|", "steps": [] }] }""")]
    [InlineData("forEach", """{ "id": "forEach", "type": "forEach", "items": "|", "steps": [] }""")]
    [InlineData("wait", """{ "id": "wait", "type": "wait", "for": "|" }""")]
    [InlineData("set", """{ "id": "set", "type": "set", "with": {|} }""")]
    public void Control_steps_are_written_whole_too(string type, string expected) =>
        Editor.Choose(Editor.WithSteps("|"), type).ShouldEndWith($"[{expected}] }}");

    [Fact]
    public void A_step_before_another_gets_its_comma() =>
        Editor.Choose(Editor.WithSteps("""| { "id": "b", "type": "log", "message": "" }"""), "log").ShouldContain("""{ "id": "log", "type": "log", "message": "|" }, { "id": "b",""");

    [Theory]
    [InlineData("""{ "inputs": { "type": "object", "properties": { "a": { "type": "|" } } } }""", "integer")]
    [InlineData("""{ "inputs": { "type": "object", "properties": { "a": { "format": "|" } } } }""", "email")]
    [InlineData("""{ "inputs": { "type": "object", "properties": { "a": {}, "b": {} }, "required": ["a", "|"] } }""", "b")]
    [InlineData("""{ "inputs": { "$defs": { "a": {} }, "properties": { "b": { "$ref": "|" } } } }""", "#/$defs/a")]
    public void Schemas_are_offered_their_words(string text, string expected) => Editor.Labels(text).ShouldContain(expected);
}
