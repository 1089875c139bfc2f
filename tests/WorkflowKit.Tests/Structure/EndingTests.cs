namespace WorkflowKit.Tests.Structure;

public sealed class EndingTests
{
    private const string Outputs = """ "outputs": { "total": 1, "paid": true }, """;

    [Theory]
    [InlineData("""{ "id": "done", "type": "return" }""", "/steps/0/type")]
    [InlineData("""{ "id": "done", "type": "return", "with": { "total": 1 } }""", "/steps/0/with")]
    [InlineData("""{ "id": "done", "type": "return", "with": 5 }""", "/steps/0/with")]
    public void A_return_without_the_declared_outputs_is_a_warning(string step, string pointer) =>
        Structures.OfSteps(step, Outputs).ShouldBe([$"WK3009 {pointer}"]);

    [Theory]
    [InlineData("""{ "id": "done", "type": "return", "with": { "total": 1, "paid": null, "more": 2 } }""")]
    [InlineData("""{ "id": "done", "type": "return", "with": "${{ inputs.result }}" }""")]
    public void A_return_with_them_or_with_what_cannot_be_known_is_not(string step) => Structures.OfSteps(step, Outputs).ShouldBeEmpty();

    [Fact]
    public void Without_declared_outputs_a_return_may_be_bare() => Structures.OfSteps("""{ "id": "done", "type": "return" }""").ShouldBeEmpty();

    [Fact]
    public void The_missing_members_are_named() =>
        Structures.Check($$"""{ "id": "orders", {{Outputs}} "steps": [{ "id": "done", "type": "return", "with": {} }] }""")
            .ShouldHaveSingleItem().Message.ShouldBe("The workflow declares outputs, but a run that ends at `done` has no `total`, `paid`.");

    [Fact]
    public void A_workflow_that_calls_itself_is_a_warning()
    {
        Structures.OfSteps("""{ "id": "again", "type": "workflow", "workflow": "orders" }""").ShouldBe(["WK3010 /steps/0/workflow"]);
        Structures.OfSteps("""{ "id": "other", "type": "workflow", "workflow": "invoices" }""").ShouldBeEmpty();
    }

    [Fact]
    public void A_timeout_longer_than_the_workflow_s_is_a_warning()
    {
        const string step = """{ "id": "get", "type": "http.request", "timeout": "PT2H" }""";

        Structures.OfSteps(step, """ "options": { "timeout": "PT1H" }, """).ShouldBe(["WK3011 /steps/0/timeout"]);
        Structures.OfSteps(step, """ "options": { "timeout": "PT2H" }, """).ShouldBeEmpty();
        Structures.OfSteps(step).ShouldBeEmpty();
    }

    [Fact]
    public void A_wait_longer_than_the_workflow_may_take_is_a_warning() =>
        Structures.OfSteps("""{ "id": "rest", "type": "wait", "for": "P2D" }""", """ "options": { "timeout": "P1D" }, """).ShouldBe(["WK3011 /steps/0/for"]);
}
