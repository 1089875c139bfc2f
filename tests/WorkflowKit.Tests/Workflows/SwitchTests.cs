namespace WorkflowKit.Tests.Workflows;

public sealed class SwitchTests
{
    private static readonly Workflow Route = new("""
        { "id": "route", "type": "switch",
          "cases": [
            { "when": "inputs.n < 10", "steps": [ { "id": "low", "type": "test.echo", "with": { "text": "low" } } ] },
            { "when": "inputs.n < 100", "steps": [ { "id": "middle", "type": "test.echo", "with": { "text": "middle" } } ] }
          ],
          "default": [ { "id": "high", "type": "test.echo", "with": { "text": "high" } } ] }
        """)
    {
        Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }""",
        Outputs = """{ "taken": "${{ steps.?low.?output.?text.orValue(steps.?middle.?output.?text.orValue('neither')) }}" }""",
    };

    [Theory]
    [InlineData(5, "low")]
    [InlineData(50, "middle")]
    [InlineData(500, "high")]
    public async Task The_first_case_that_holds_is_taken_and_the_others_are_skipped(int n, string taken)
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(Route, new { n });

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe([taken]);
        foreach (var other in new[] { "low", "middle", "high" }.Where(other => other != taken))
            record.Step(other).Status.ShouldBe(StepStatus.Skipped);
    }

    [Fact]
    public async Task Steps_of_a_case_that_was_not_taken_read_as_absent()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(Route, new { n = 500 });

        record.ShouldHaveOutputs("""{ "taken": "neither" }""");
    }

    [Fact]
    public async Task The_steps_behind_the_switch_wait_for_its_case()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "route", "type": "switch", "cases": [ { "when": "true", "steps": [
                { "id": "one", "type": "test.echo", "with": { "text": "one" } },
                { "id": "two", "type": "test.echo", "with": { "text": "${{ steps.one.output.text }} two" } } ] } ], "default": [] },
            { "id": "after", "type": "test.echo", "with": { "text": "after" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["one", "one two", "after"]);
    }

    [Fact]
    public async Task Without_a_case_that_holds_and_without_default_the_run_goes_on()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "route", "type": "switch", "cases": [ { "when": "false", "steps": [ { "id": "never", "type": "test.echo", "with": { "text": "never" } } ] } ] },
            { "id": "after", "type": "test.echo", "with": { "text": "after" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["after"]);
        record.Skips().ShouldBe(["never"]);
    }

    [Fact]
    public async Task A_skipped_switch_skips_all_its_steps()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "route", "type": "switch", "if": "false",
              "cases": [ { "when": "true", "steps": [ { "id": "inner", "type": "test.echo", "with": { "text": "inner" } } ] } ], "default": [] }
            """));

        record.ShouldHaveCompleted();
        record.Step("route").Status.ShouldBe(StepStatus.Skipped);
        record.Step("inner").Status.ShouldBe(StepStatus.Skipped);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_worked_out_fails_the_switch()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "route", "type": "switch", "cases": [ { "when": "10 / (inputs.n - inputs.n) > 1", "steps": [] } ], "default": [] }
            """) { Inputs = Route.Inputs }, new { n = 3 });

        record.ShouldHaveFailed("route", type: "expression");
    }
}
