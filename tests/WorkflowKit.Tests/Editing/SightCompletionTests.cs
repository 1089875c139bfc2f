namespace WorkflowKit.Tests.Editing;

/// <summary>What each place of a definition can see.</summary>
public sealed class SightCompletionTests
{
    private const string Fetch = """{ "id": "fetch", "type": "shop.getOrder", "with": { "orderId": "1" } }""";

    [Theory]
    [InlineData("""{ "id": "loop", "type": "forEach", "items": "[1]", "steps": [#], "result": "steps.|" }""", new[] { "fetch" })]
    [InlineData("""{ "id": "loop", "type": "forEach", "items": "steps.|", "steps": [#] }""", new string[0])]
    [InlineData("""{ "id": "loop", "type": "repeat", "steps": [#], "until": "steps.|" }""", new[] { "fetch" })]
    [InlineData("""{ "id": "loop", "type": "while", "steps": [#], "condition": "steps.|" }""", new[] { "?fetch", "fetch" })]
    [InlineData("""{ "id": "t", "type": "try", "steps": [#], "catch": [{ "when": "steps.|", "steps": [] }] }""", new[] { "?fetch", "fetch" })]
    [InlineData("""{ "id": "t", "type": "try", "steps": [#], "finally": [{ "id": "f", "type": "log", "message": "${{ steps.| }}" }] }""", new[] { "?fetch", "fetch" })]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [{ "when": "true", "steps": [#] }, { "when": "true", "steps": [{ "id": "x", "type": "log", "if": "steps.|", "message": "" }] }] }""", new string[0])]
    [InlineData("""{ "id": "p", "type": "parallel", "branches": [{ "id": "a", "steps": [#] }, { "id": "b", "if": "steps.|", "steps": [] }] }""", new string[0])]
    [InlineData("""#, { "id": "a", "type": "log", "message": "", "after": [] }, { "id": "b", "type": "log", "after": ["a"], "message": "${{ steps.| }}" }""", new[] { "a" })]
    [InlineData("""{ "id": "a", "type": "shop.getOrder", "with": { "orderId": "1" }, "compensate": [{ "id": "b", "type": "log", "message": "${{ steps.| }}" }] }""", new[] { "a" })]
    public void A_place_sees_the_steps_that_have_run_there(string steps, string[] expected) =>
        Editor.Labels(Editor.WithSteps(steps.Replace("#", Fetch, StringComparison.Ordinal))).ShouldBe(expected);

    [Fact]
    public void The_outputs_see_all_steps() =>
        Editor.Labels(Editor.WithSteps(Fetch)[..^1] + """, "outputs": { "a": "${{ steps.| }}" } }""").ShouldBe(["fetch"]);

    [Fact]
    public void The_key_of_a_limit_sees_the_inputs_alone() =>
        Editor.Labels("""{ "steps": [], "options": { "concurrency": { "key": "|" } } }""").ShouldContain("inputs");

    [Fact]
    public void The_key_of_a_limit_does_not_see_steps() =>
        Editor.Labels("""{ "steps": [], "options": { "concurrency": { "key": "|" } } }""").ShouldNotContain("steps");

    [Fact]
    public void The_output_of_branches_is_known_by_their_names()
    {
        const string Steps = """
            { "id": "both", "type": "parallel", "branches": [{ "id": "one", "steps": [] }, { "id": "two", "if": "true", "steps": [] }] },
            { "id": "x", "type": "log", "message": "${{ steps.both.output.| }}" }
            """;

        Editor.Labels(Editor.WithSteps(Steps)).Take(3).ShouldBe(["one", "?two", "two"]);
    }

    [Fact]
    public void What_a_set_gives_is_known_by_its_members() =>
        Editor.Labels(Editor.WithSteps("""{ "id": "sum", "type": "set", "with": { "a": 1, "b": "${{ inputs.limit }}" } }, { "id": "x", "type": "log", "message": "${{ steps.sum.output.| }}" }"""))
            .Take(2).ShouldBe(["a", "b"]);

    [Fact]
    public void What_a_person_is_asked_for_is_known_by_its_schema()
    {
        const string Steps = """
            { "id": "ask", "type": "input", "with": { "schema": { "type": "object", "properties": { "ok": { "type": "boolean", "title": "Ship it?" } }, "required": ["ok"] } } },
            { "id": "x", "type": "log", "message": "${{ steps.ask.output.| }}" }
            """;

        var item = Editor.Complete(Editor.WithSteps(Steps))[0];

        (item.Label, item.Detail, item.Documentation).ShouldBe(("ok", "bool", "Ship it?"));
    }
}
