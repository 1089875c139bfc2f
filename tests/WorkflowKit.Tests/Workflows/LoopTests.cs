namespace WorkflowKit.Tests.Workflows;

public sealed class LoopTests
{
    [Fact]
    public async Task Repeat_tests_after_each_pass()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "poll", "type": "repeat", "until": "steps.look.output.number >= 3",
              "steps": [ { "id": "look", "type": "test.count", "with": { "name": "looks" } } ] },
            { "id": "after", "type": "test.count", "with": { "name": "looks" } }
            """) { Outputs = """{ "looks": "${{ steps.after.output.number }}" }""" });

        record.ShouldHaveOutputs("""{ "looks": 4 }""");
        record.StepResults.Count(one => one.StepId == "look").ShouldBe(3);
        record.StepResults.Select(one => one.Path).ShouldContain("poll[2]/look");
    }

    [Fact]
    public async Task Repeat_waits_between_passes()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "poll", "type": "repeat", "until": "steps.look.output.number >= 3", "delay": "PT2S",
              "steps": [ { "id": "look", "type": "test.count", "with": { "name": "looks" } } ] }
            """));

        record.ShouldHaveCompleted();
        record.Duration.ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Repeat_fails_past_its_limit()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "poll", "type": "repeat", "until": "steps.look.output.number >= 30", "maxIterations": 5,
              "steps": [ { "id": "look", "type": "test.count", "with": { "name": "looks" } } ] }
            """));

        record.ShouldHaveFailed("poll");
        record.StepResults.Count(one => one.StepId == "look").ShouldBe(5);
    }

    [Fact]
    public async Task Repeat_reads_only_what_ran_in_the_same_pass()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "poll", "type": "repeat", "until": "steps.look.output.number >= 3 && steps.?odd.?output.?text.orValue('absent') == 'absent'",
              "steps": [
                { "id": "look", "type": "test.count", "with": { "name": "looks" } },
                { "id": "odd", "type": "test.echo", "if": "steps.look.output.number % 2 == 1", "with": { "text": "odd ${{ steps.look.output.number }}" } } ] }
            """));

        record.ShouldHaveCompleted();
        record.StepResults.Count(one => one.StepId == "look").ShouldBe(4);
        host.Journal.Lines.ShouldBe(["odd 1", "odd 3"]);
    }

    [Fact]
    public async Task While_tests_before_each_pass_and_sees_the_pass_before()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "loop", "type": "while", "condition": "steps.?next.?output.?number.orValue(0) < 3",
              "steps": [ { "id": "next", "type": "test.count", "with": { "name": "n" } } ] }
            """));

        record.ShouldHaveCompleted();
        record.StepResults.Count(one => one.StepId == "next").ShouldBe(3);
    }

    [Fact]
    public async Task While_whose_condition_is_false_makes_no_pass()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "loop", "type": "while", "condition": "inputs.go",
              "steps": [ { "id": "next", "type": "test.count", "with": { "name": "n" } } ] }
            """) { Inputs = """{ "type": "object", "properties": { "go": { "type": "boolean", "default": false } } }""" });

        record.ShouldHaveCompleted();
        record.StepResults.ShouldNotContain(one => one.StepId == "next" && one.Status == StepStatus.Completed);
    }

    [Fact]
    public async Task While_fails_past_its_limit()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "loop", "type": "while", "condition": "steps.?next.?output.?number.orValue(0) < 100", "maxIterations": 4,
              "steps": [ { "id": "next", "type": "test.count", "with": { "name": "n" } } ] }
            """));

        record.ShouldHaveFailed("loop");
        record.StepResults.Count(one => one.StepId == "next").ShouldBe(4);
    }
}
