namespace WorkflowKit.Tests.Workflows;

public sealed class EdgeTests
{
    [Fact]
    public async Task Steps_without_edges_start_together_and_joins_wait_for_all()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(new Workflow("""
            { "id": "a", "type": "test.gate", "after": [], "with": { "name": "a" } },
            { "id": "b", "type": "test.gate", "after": [], "with": { "name": "b" } },
            { "id": "c", "type": "test.echo", "after": ["a"], "with": { "text": "c after ${{ steps.a.output.name }}" } },
            { "id": "d", "type": "test.echo", "after": ["b", "c"], "with": { "text": "d after ${{ steps.a.output.name }} and ${{ steps.b.output.name }}" } }
            """) { Outputs = """{ "d": "${{ steps.d.output.text }}" }""" });

        var run = host.Engine.RunAsync("test");
        await host.Gates.ReachedAsync("a");
        await host.Gates.ReachedAsync("b");
        host.Gates.Open("a");
        await host.UntilAsync(() => host.Journal.Lines.Contains("c after a"));
        host.Gates.Open("b");

        (await run).ShouldHaveOutputs("""{ "d": "d after a and b" }""");
        host.Journal.Lines.ShouldBe(["a", "c after a", "b", "d after a and b"]);
    }

    [Fact]
    public async Task A_skipped_step_counts_as_settled()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "a", "type": "test.echo", "after": [], "if": "false", "with": { "text": "a" } },
            { "id": "b", "type": "test.echo", "after": [], "with": { "text": "b" } },
            { "id": "c", "type": "test.echo", "after": ["a", "b"], "with": { "text": "c" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task The_first_failure_cancels_what_runs_beside_it()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "slow", "type": "test.gate", "after": [], "with": { "name": "never" } },
            { "id": "bad", "type": "test.flaky", "after": [], "with": { "failures": 9 } },
            { "id": "join", "type": "test.echo", "after": ["slow", "bad"], "with": { "text": "join" } }
            """));

        record.ShouldHaveFailed("bad");
        host.Journal.Lines.ShouldNotContain("join");
    }

    [Fact]
    public async Task A_failure_that_may_happen_counts_as_settled()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "bad", "type": "test.flaky", "after": [], "onError": "continue", "with": { "failures": 9 } },
            { "id": "good", "type": "test.echo", "after": [], "with": { "text": "good" } },
            { "id": "join", "type": "test.echo", "after": ["good", "bad"], "with": { "text": "join ${{ steps.bad.status }} ${{ steps.bad.error.message }}" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldContain("join failed Attempt 1 failed.");
    }

    [Fact]
    public async Task A_chain_written_backwards_runs_in_the_order_of_its_edges()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "c", "type": "test.echo", "after": ["b"], "with": { "text": "c after ${{ steps.b.output.text }}" } },
            { "id": "b", "type": "test.echo", "after": ["a"], "with": { "text": "b" } },
            { "id": "a", "type": "test.echo", "after": [], "with": { "text": "a" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["a", "b", "c after b"]);
    }

    [Fact]
    public async Task Edges_work_inside_of_containers_too()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "['x', 'y']", "steps": [
                { "id": "a", "type": "test.echo", "after": [], "with": { "text": "a${{ item }}" } },
                { "id": "b", "type": "test.echo", "after": [], "with": { "text": "b${{ item }}" } },
                { "id": "c", "type": "test.echo", "after": ["a", "b"], "with": { "text": "${{ steps.a.output.text }}+${{ steps.b.output.text }}" } } ],
              "result": "steps.c.output.text" }
            """) { Outputs = """{ "all": "${{ steps.each.output }}" }""" });

        record.ShouldHaveOutputs("""{ "all": ["ax+bx", "ay+by"] }""");
    }
}
