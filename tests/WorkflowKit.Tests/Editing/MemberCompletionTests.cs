namespace WorkflowKit.Tests.Editing;

public sealed class MemberCompletionTests
{
    [Fact]
    public void An_empty_document_is_offered_its_members_and_those_first_that_it_needs() =>
        Editor.Labels("{ | }").ShouldBe(["id", "steps", "name", "description", "inputs", "connections", "outputs", "options", "$schema", "ui"]);

    [Fact]
    public void What_is_there_already_is_not_offered() =>
        Editor.Labels("""{ "id": "a", "steps": [], "options": {}, | }""").ShouldBe(["name", "description", "inputs", "connections", "outputs", "$schema", "ui"]);

    [Fact]
    public void A_loop_is_offered_its_own_members() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "forEach", "steps": [], | }""")).ShouldBe(
            ["items", "name", "description", "if", "after", "as", "concurrency", "result", "onError", "compensate", "ui"]);

    [Fact]
    public void A_wait_that_has_its_moment_is_offered_no_length() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "wait", "until": "", | }""")).ShouldNotContain("for");

    [Fact]
    public void Typed_letters_narrow_the_list() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "tim|" }""")).ShouldBe(["timeout"]);

    [Theory]
    [InlineData("""{ "id": "a", | }""", "steps", """{ "id": "a", "steps": [|] }""")]
    [InlineData("""{ "id": "a" | }""", "steps", """{ "id": "a" , "steps": [|] }""")]
    [InlineData("""{ | "id": "a" }""", "steps", """{ "steps": [|], "id": "a" }""")]
    [InlineData("""{ "id": "a", "st| }""", "steps", """{ "id": "a", "steps": [|] }""")]
    [InlineData("""{ "id": "a", "st|" }""", "steps", """{ "id": "a", "steps": [|] }""")]
    [InlineData("""{ "id": "a", st| }""", "steps", """{ "id": "a", "steps": [|] }""")]
    [InlineData("""{ "id": "a", "st|": [] }""", "steps", """{ "id": "a", "steps|": [] }""")]
    [InlineData("""{ "id": "a", |""", "steps", """{ "id": "a", "steps": [|]""")]
    public void Choosing_a_name_writes_what_is_missing_around_it(string text, string label, string expected) =>
        Editor.Choose(text, label).ShouldBe(expected);

    [Fact]
    public void The_input_of_a_step_is_offered_by_its_class_with_what_it_needs_first()
    {
        var items = Editor.Complete(Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "with": { | } }"""));

        items.Select(item => item.Label).ShouldBe(["amount", "currency", "capture", "urgency", "card", "others"]);
        items[0].Detail.ShouldBe("double, required");
        items[0].Documentation.ShouldBe("How much.");
        items[0].InsertText.ShouldBe("\"amount\": 0");
    }

    [Fact]
    public void Nested_inputs_are_offered_too() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "with": { "card": { | } } }""")).ShouldBe(["number", "year"]);

    [Fact]
    public void Inputs_in_lists_are_offered_too() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "with": { "others": [{ "number": "1", | }] } }""")).ShouldBe(["year"]);

    [Fact]
    public void Choosing_the_input_writes_the_members_that_it_needs() =>
        Editor.Choose(Editor.WithSteps("""{ "id": "a", "type": "billing.charge", "wi|" }"""), "with")
            .ShouldEndWith("""{ "id": "a", "type": "billing.charge", "with": { "amount": 0, "currency": "|" } }] }""");

    [Theory]
    [InlineData("""{ "id": "a", "type": "billing.charge", "retry": { "maxAttempts": 3, | } }""", new[] { "delay", "backoff", "maxDelay", "jitter" })]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ | }] }""", new[] { "when", "steps" })]
    [InlineData("""{ "id": "a", "type": "try", "catch": [{ | }] }""", new[] { "steps", "when" })]
    [InlineData("""{ "id": "a", "type": "parallel", "branches": [{ "id": "x", | }] }""", new[] { "steps", "if" })]
    [InlineData("""{ "id": "a", "type": "input", "with": { | } }""", new[] { "schema", "title", "message" })]
    public void Inner_objects_are_offered_their_members(string step, string[] expected) => Editor.Labels(Editor.WithSteps(step)).ShouldBe(expected);

    [Fact]
    public void Options_and_their_concurrency_are_offered_their_members()
    {
        Editor.Labels("""{ "id": "a", "options": { | } }""").ShouldBe(["timeout", "retention", "concurrency"]);
        Editor.Labels("""{ "id": "a", "options": { "concurrency": { | } } }""").ShouldBe(["limit", "key"]);
    }

    [Fact]
    public void A_schema_is_offered_the_keywords_of_its_type()
    {
        Editor.Labels("""{ "inputs": { "properties": { "a": { "type": "string", | } } } }""").ShouldContain("minLength");
        Editor.Labels("""{ "inputs": { "properties": { "a": { "type": "integer", | } } } }""").ShouldNotContain("minLength");
        Editor.Labels("""{ "inputs": { "properties": { | } } }""").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ // | """)]
    [InlineData("""{ "id" | """)]
    [InlineData("""{ "ui": { | } }""")]
    [InlineData("""{ "id": "a" } | """)]
    [InlineData("""| { "id": "a" }""")]
    [InlineData("|")]
    [InlineData("[ | ]")]
    public void Where_nothing_can_be_named_nothing_is_offered(string text) => Editor.Labels(text).ShouldBeEmpty();
}
