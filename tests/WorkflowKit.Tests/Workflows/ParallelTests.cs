namespace WorkflowKit.Tests.Workflows;

public sealed class ParallelTests
{
    [Fact]
    public async Task The_output_holds_the_last_output_of_every_branch()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "both", "type": "parallel", "branches": [
                { "id": "one", "steps": [ { "id": "a", "type": "test.echo", "with": { "text": "a" } }, { "id": "b", "type": "test.echo", "with": { "text": "${{ steps.a.output.text }}b" } } ] },
                { "id": "two", "steps": [ { "id": "c", "type": "test.add", "with": { "a": 1 } } ] } ] }
            """) { Outputs = """{ "both": "${{ steps.both.output }}", "text": "${{ steps.both.output.one.text }}", "c": "${{ steps.c.output.sum }}" }""" });

        record.ShouldHaveOutputs("""{ "both": { "one": { "text": "ab" }, "two": { "sum": 2 } }, "text": "ab", "c": 2 }""");
    }

    [Fact]
    public async Task Branches_run_at_the_same_time()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Gates("all"));

        var run = host.Engine.RunAsync("test");
        await host.Gates.ReachedAsync("a");
        await host.Gates.ReachedAsync("b");
        host.Gates.Open("b");
        host.Gates.Open("a");

        (await run).ShouldHaveCompleted();
    }

    [Fact]
    public async Task No_more_branches_run_at_once_than_allowed()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Gates("all", ", \"maxConcurrency\": 1"));

        var run = host.Engine.RunAsync("test");
        await host.Gates.ReachedAsync("a");
        host.Gates.IsReached("b").ShouldBeFalse();
        host.Gates.Open("a");
        await host.Gates.ReachedAsync("b");
        host.Gates.Open("b");

        (await run).ShouldHaveCompleted();
    }

    [Fact]
    public async Task All_the_first_failure_cancels_the_siblings_and_fails()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "both", "type": "parallel", "mode": "all", "branches": [
                { "id": "slow", "steps": [ { "id": "wait", "type": "test.gate", "with": { "name": "never" } } ] },
                { "id": "bad", "steps": [ { "id": "break", "type": "test.flaky", "with": { "failures": 9 } } ] } ] }
            """));

        record.ShouldHaveFailed("break");
        record.Step("both").Status.ShouldBe(StepStatus.Failed);
        record.Step("wait").Status.ShouldNotBe(StepStatus.Completed);
    }

    [Fact]
    public async Task Settle_runs_all_to_their_end_and_names_those_that_failed()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "three", "type": "parallel", "mode": "settle", "branches": [
                { "id": "bad", "steps": [ { "id": "break", "type": "test.flaky", "with": { "failures": 9 } } ] },
                { "id": "worse", "steps": [ { "id": "break2", "type": "test.flaky", "with": { "failures": 9 } } ] },
                { "id": "good", "steps": [ { "id": "echo", "type": "test.echo", "with": { "text": "done" } } ] } ] }
            """));

        record.ShouldHaveFailed("three");
        record.Error!.Message.ShouldContain("break:");
        record.Error.Message.ShouldContain("break2:");
        record.Error.Message.ShouldNotContain("echo");
        host.Journal.Lines.ShouldContain("done");
    }

    [Fact]
    public async Task First_the_first_branch_to_complete_wins_and_the_rest_are_cancelled()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Gates("first") with { Outputs = """{ "all": "${{ steps.both.output }}", "a": "${{ steps.?stepA.?output.?name.orValue('none') }}" }""" });

        var run = host.Engine.RunAsync("test");
        await host.Gates.ReachedAsync("a");
        await host.Gates.ReachedAsync("b");
        host.Gates.Open("b");

        (await run).ShouldHaveOutputs("""{ "all": { "two": { "name": "b" } }, "a": "none" }""");
        host.Journal.Lines.ShouldContain("a cancelled");
    }

    [Fact]
    public async Task First_a_branch_that_fails_does_not_win()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "race", "type": "parallel", "mode": "first", "branches": [
                { "id": "bad", "steps": [ { "id": "break", "type": "test.flaky", "with": { "failures": 9 } } ] },
                { "id": "good", "steps": [ { "id": "first", "type": "test.echo", "with": { "text": "1" } }, { "id": "second", "type": "test.echo", "with": { "text": "2" } } ] } ] }
            """) { Outputs = """{ "all": "${{ steps.race.output }}" }""" });

        record.ShouldHaveOutputs("""{ "all": { "good": { "text": "2" } } }""");
    }

    [Fact]
    public async Task A_branch_whose_condition_is_false_is_skipped_with_its_steps()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "both", "type": "parallel", "branches": [
                { "id": "one", "if": "false", "steps": [ { "id": "a", "type": "test.echo", "with": { "text": "a" } } ] },
                { "id": "two", "steps": [ { "id": "b", "type": "test.echo", "with": { "text": "b" } } ] } ] }
            """) { Outputs = """{ "both": "${{ steps.both.output }}" }""" });

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["b"]);
        record.Step("a").Status.ShouldBe(StepStatus.Skipped);
    }

    private static Workflow Gates(string mode, string more = "") => new($$"""
        { "id": "both", "type": "parallel", "mode": "{{mode}}"{{more}}, "branches": [
            { "id": "one", "steps": [ { "id": "stepA", "type": "test.gate", "with": { "name": "a" } } ] },
            { "id": "two", "steps": [ { "id": "stepB", "type": "test.gate", "with": { "name": "b" } } ] } ] }
        """);

    [Theory]
    [InlineData("all")]
    [InlineData("settle")]
    [InlineData("first")]
    public async Task No_branches_are_done_at_once(string mode)
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow($$"""{ "id": "both", "type": "parallel", "mode": "{{mode}}", "branches": [] }""") { Outputs = "\"${{ steps.both.output }}\"" });

        record.ShouldHaveOutputs("{}");
    }
}
