using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.Replaying;

/// <summary>A recorded execution, held against the workflow as it is today.</summary>
public sealed class ReplayTests
{
    private static readonly Workflow Total = new("""
        { "id": "double", "type": "forEach", "items": "inputs.numbers", "as": "number", "steps": [
          { "id": "sum", "type": "test.add", "with": { "a": "${{ number }}", "b": "${{ number }}" } } ], "result": "steps.sum.output.sum" },
        { "id": "say", "type": "test.echo", "if": "size(inputs.numbers) > 1", "with": { "text": "${{ string(size(steps.double.output)) }}" } }
        """)
    {
        Inputs = """{ "type": "object", "properties": { "numbers": { "type": "array", "items": { "type": "integer" } } }, "required": ["numbers"] }""",
        Outputs = """{ "doubled": "${{ steps.double.output }}" }""",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_definition_that_made_a_log_agrees_with_it_and_nothing_is_done()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Total, new { numbers = new[] { 1, 2, 3 } });
        var lines = host.Journal.Lines.Count;

        var report = await host.Engine.ReplayAsync(record.Id, Token);

        report.Agrees.ShouldBeTrue(report.Difference?.ToString());
        report.RecordedHash.ShouldBe(report.CurrentHash);
        host.Journal.Lines.Count.ShouldBe(lines);
        (await host.Engine.GetAsync(record.Id, Token))!.ToJson().ShouldBe(record.ToJson());
    }

    [Fact]
    public async Task A_step_that_was_added_is_named()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Total, new { numbers = new[] { 1, 2 } });
        await host.SaveAsync(Total with { Steps = Total.Steps + """, { "id": "more", "type": "test.echo", "with": { "text": "more" } }""" });

        var report = await host.Engine.ReplayAsync(record.Id, Token);

        report.Agrees.ShouldBeFalse();
        report.RecordedHash.ShouldNotBe(report.CurrentHash);
        report.Difference.ShouldNotBeNull().ShouldSatisfyAllConditions(
            difference => difference.Path.ShouldBe("more"),
            difference => difference.Expected.ShouldBe("execution_completed"),
            difference => difference.Found.ShouldBe("goes on with step_started of 'more'"));
    }

    [Fact]
    public async Task A_step_that_is_gone_is_named()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Total, new { numbers = new[] { 1, 2 } });
        await host.SaveAsync(Total with { Steps = Total.Steps[..Total.Steps.IndexOf(", \"steps\"", StringComparison.Ordinal)] + """, "steps": [ { "id": "plus", "type": "test.add", "with": { "a": "${{ number }}", "b": "${{ number }}" } } ], "result": "steps.plus.output.sum" }""" });

        var difference = (await host.Engine.ReplayAsync(record.Id, Token)).Difference.ShouldNotBeNull();

        difference.Path.ShouldBe("double[0]/sum");
        difference.Expected.ShouldContain("sum");
        difference.Sequence.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Other_outputs_are_shown_beside_each_other()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Total, new { numbers = new[] { 5 } });
        await host.SaveAsync(Total with { Outputs = """{ "doubled": "${{ steps.double.output.map(n, n + 1) }}" }""" });

        var difference = (await host.Engine.ReplayAsync(record.Id, Token)).Difference.ShouldNotBeNull();

        difference.Path.ShouldBeNull();
        difference.Expected.ShouldContain("[10]");
        difference.Found.ShouldContain("[11]");
    }

    [Fact]
    public async Task An_execution_that_waits_agrees_as_far_as_it_has_come()
    {
        await using var host = new WorkflowHost();
        var workflow = new Workflow("""
            { "id": "first", "type": "test.echo", "with": { "text": "1" } },
            { "id": "nap", "type": "wait", "for": "P1D" },
            { "id": "last", "type": "test.echo", "with": { "text": "2" } }
            """);
        await host.SaveAsync(workflow);
        var id = await host.StartAsync("test");
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        (await host.Engine.ReplayAsync(id, Token)).Difference?.ToString().ShouldBeNull();
        await host.SaveAsync(workflow with { Steps = workflow.Steps.Replace("\"first\"", "\"other\"", StringComparison.Ordinal) });
        (await host.Engine.ReplayAsync(id, Token)).Difference.ShouldNotBeNull().Path.ShouldBe("first");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_replayed()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(new Workflow("""{ "id": "one", "type": "set", "with": 1 }"""));

        await Should.ThrowAsync<ExecutionNotFoundException>(() => host.Engine.ReplayAsync("nobody", Token));
        await host.Registry.DeleteAsync("test", cancellationToken: Token);
        await Should.ThrowAsync<WorkflowNotFoundException>(() => host.Engine.ReplayAsync(record.Id, Token));
    }
}
