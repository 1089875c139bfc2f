namespace WorkflowKit.Tests.Workflows;

public sealed class TryTests
{
    [Fact]
    public async Task A_failure_inside_is_caught_and_the_run_goes_on()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "break", "type": "test.flaky", "with": { "failures": 9 } }, { "id": "unreached", "type": "test.echo", "with": { "text": "unreached" } } ],
              "catch": [ { "steps": [ { "id": "mend", "type": "test.echo", "with": { "text": "${{ error.stepId }}: ${{ error.message }}" } } ] } ] },
            { "id": "after", "type": "test.echo", "with": { "text": "after" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["flaky 1", "break: Attempt 1 failed.", "after"]);
        record.Step("break").Status.ShouldBe(StepStatus.Failed);
        record.Step("guard").Status.ShouldBe(StepStatus.Completed);
    }

    [Theory]
    [InlineData("soft", "first")]
    [InlineData("hard", "second")]
    [InlineData("other", "third")]
    public async Task The_first_clause_that_holds_is_taken(string code, string taken)
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow($$$"""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "break", "type": "fail", "message": "broken", "code": "{{{code}}}" } ],
              "catch": [
                { "when": "error.code == 'soft'", "steps": [ { "id": "c1", "type": "test.echo", "with": { "text": "first" } } ] },
                { "when": "error.code == 'hard'", "steps": [ { "id": "c2", "type": "test.echo", "with": { "text": "second" } } ] },
                { "steps": [ { "id": "c3", "type": "test.echo", "with": { "text": "third" } } ] } ] }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe([taken]);
        record.Skips().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_that_no_clause_holds_for_goes_on_up()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "break", "type": "fail", "message": "broken", "code": "odd" } ],
              "catch": [ { "when": "error.code == 'other'", "steps": [ { "id": "never", "type": "test.echo", "with": { "text": "never" } } ] } ] }
            """));

        record.ShouldHaveFailed("break");
        record.Error!.Code.ShouldBe("odd");
        record.Step("guard").Status.ShouldBe(StepStatus.Failed);
        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_failure_no_clause_runs_but_finally_does()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "good", "type": "test.echo", "with": { "text": "good" } } ],
              "catch": [ { "steps": [ { "id": "never", "type": "test.echo", "with": { "text": "never" } } ] } ],
              "finally": [ { "id": "last", "type": "test.echo", "with": { "text": "finally ${{ steps.?good.?output.?text.orValue('-') }}" } } ] }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["good", "finally good"]);
    }

    [Fact]
    public async Task Finally_runs_when_the_failure_goes_on_up()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "break", "type": "test.flaky", "with": { "failures": 9 } } ],
              "finally": [ { "id": "last", "type": "test.echo", "with": { "text": "finally" } } ] }
            """));

        record.ShouldHaveFailed("break");
        host.Journal.Lines.ShouldBe(["flaky 1", "finally"]);
    }

    [Fact]
    public async Task A_failure_in_a_clause_goes_on_up()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "outer", "type": "try",
              "steps": [ { "id": "inner", "type": "try",
                  "steps": [ { "id": "one", "type": "fail", "message": "one" } ],
                  "catch": [ { "steps": [ { "id": "two", "type": "fail", "message": "two after ${{ error.message }}" } ] } ] } ],
              "catch": [ { "steps": [ { "id": "last", "type": "test.echo", "with": { "text": "${{ error.message }}" } } ] } ] }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["two after one"]);
    }

    [Fact]
    public async Task A_failed_expression_can_be_caught()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [ { "id": "bad", "type": "set", "with": { "x": "${{ [1, 2][size(inputs.text)] }}" } } ],
              "catch": [ { "steps": [ { "id": "mend", "type": "test.echo", "with": { "text": "${{ error.stepId }} ${{ error.type }}" } } ] } ] }
            """) { Inputs = """{ "type": "object", "properties": { "text": { "type": "string", "default": "abc" } } }""" });

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["bad expression"]);
    }
}
