namespace WorkflowKit.Tests.Workflows;

/// <summary>A step that throws shows its line of the definition.</summary>
public sealed class StackTraceTests
{
    [Fact]
    public async Task The_trace_leads_to_the_steps_line()
    {
        await using var host = new WorkflowHost();
        var workflow = new Workflow("""
            { "id": "one", "type": "test.echo", "with": { "text": "one" } },
            { "id": "two",
              "type": "test.flaky",
              "with": { "failures": 9 } }
            """);

        var record = await host.RunAsync(workflow);

        record.Error!.Stack.ShouldNotBeNull().ShouldContain($"test.workflow.json:line {LineOf(workflow, "two")}");
    }

    [Theory]
    [InlineData("""{ "id": "box", "type": "forEach", "items": "[1]", "steps": [""", "] }")]
    [InlineData("""{ "id": "box", "type": "switch", "cases": [ { "when": "true", "steps": [""", "] } ], \"default\": [] }")]
    [InlineData("""{ "id": "box", "type": "parallel", "branches": [ { "id": "one", "steps": [""", "] } ] }")]
    [InlineData("""{ "id": "box", "type": "try", "steps": [""", "], \"finally\": [] }")]
    [InlineData("""{ "id": "first", "type": "test.echo", "after": [], "with": { "text": "x" } }, { "id": "box", "type": "repeat", "after": [], "until": "true", "steps": [""", "] }")]
    public async Task The_trace_leads_through_the_containers_to_the_line(string open, string close)
    {
        await using var host = new WorkflowHost();
        var workflow = new Workflow($$"""
            {{open}}
            { "id": "before", "type": "test.echo", "with": { "text": "x" } },
            { "id": "inner", "type": "test.flaky", "if": "1 < 2",
              "with": { "failures": 9 } }
            {{close}}
            """);

        var record = await host.RunAsync(workflow);

        var stack = record.Error!.Stack.ShouldNotBeNull();
        stack.ShouldContain($"test.workflow.json:line {LineOf(workflow, "inner")}");
        stack.ShouldContain($"test.workflow.json:line {LineOf(workflow, "box")}");
    }

    [Fact]
    public async Task An_expression_that_fails_shows_its_steps_line()
    {
        await using var host = new WorkflowHost();
        var workflow = new Workflow("""
            { "id": "one", "type": "test.echo", "with": { "text": "one" } },
            { "id": "two", "type": "test.echo", "with": { "text": "${{ ['a'][size(steps.one.output.text)] }}" } }
            """);

        var record = await host.RunAsync(workflow);

        record.ShouldHaveFailed("two", type: "expression");
        record.Error!.Stack.ShouldNotBeNull().ShouldContain($"test.workflow.json:line {LineOf(workflow, "two")}");
    }

    [Fact]
    public async Task A_step_that_throws_at_once_shows_its_line_in_its_own_entry_too()
    {
        await using var host = new WorkflowHost();
        var workflow = new Workflow("""
            { "id": "two",
              "type": "test.flaky",
              "with": { "failures": 9 } }
            """);

        var record = await host.RunAsync(workflow);

        record.StepResults.ShouldHaveSingleItem().Error!.Stack.ShouldNotBeNull().ShouldEndWith($"at step 'two' in test.workflow.json:line {LineOf(workflow, "two")}");
    }

    private static int LineOf(Workflow workflow, string id) =>
        workflow.Json.Split('\n').TakeWhile(line => !line.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal)).Count() + 1;
}
