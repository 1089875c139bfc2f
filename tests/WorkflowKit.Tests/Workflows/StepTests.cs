namespace WorkflowKit.Tests.Workflows;

/// <summary>The members that every step has: if, retry, timeout, onError.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task Steps_run_one_after_the_other_and_read_each_others_outputs()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "one", "type": "test.add", "with": { "a": "${{ inputs.n }}", "b": 2 } },
            { "id": "two", "type": "test.add", "with": { "a": "${{ steps.one.output.sum * 10 }}" } }
            """)
        {
            Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }""",
            Outputs = """{ "sum": "${{ steps.two.output.sum }}", "text": "sum: ${{ steps.two.output.sum }}" }""",
        }, new { n = 3 });

        record.ShouldHaveOutputs("""{ "sum": 51, "text": "sum: 51" }""");
    }

    [Fact]
    public async Task A_step_whose_condition_is_false_is_skipped_and_the_run_goes_on()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "one", "type": "test.echo", "if": "1 > 2", "with": { "text": "one" } },
            { "id": "two", "type": "test.echo", "with": { "text": "two ${{ steps.?one.?output.?text.orValue('without one') }} ${{ steps.one.status }}" } }
            """));

        record.ShouldHaveCompleted();
        record.Skips().ShouldBe(["one"]);
        host.Journal.Lines.ShouldBe(["two without one skipped"]);
    }

    [Fact]
    public async Task A_failing_step_is_tried_again_as_often_as_allowed()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "shaky", "type": "test.flaky", "with": { "failures": 2 }, "retry": { "maxAttempts": 3, "delay": "PT1S" } }
            """) { Outputs = """{ "attempt": "${{ steps.shaky.output.attempt }}" }""" });

        record.ShouldHaveOutputs("""{ "attempt": 3 }""");
        host.Journal.Lines.ShouldBe(["flaky 1", "flaky 2", "flaky 3"]);
        record.Step("shaky").Attempt.ShouldBe(3);
    }

    [Fact]
    public async Task A_step_that_fails_every_time_fails_the_run_with_its_last_error()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "shaky", "type": "test.flaky", "with": { "failures": 9 }, "retry": { "maxAttempts": 2, "delay": "PT1S" } },
            { "id": "never", "type": "test.echo", "with": { "text": "never" } }
            """));

        record.ShouldHaveFailed("shaky", type: "InvalidOperationException");
        record.Error!.Message.ShouldBe("Attempt 2 failed.");
        host.Journal.Lines.ShouldBe(["flaky 1", "flaky 2"]);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_fails()
    {
        await using var host = new WorkflowHost();

        var workflow = new Workflow("""
            { "id": "slow", "type": "test.gate", "with": { "name": "never" }, "timeout": "PT5S" }
            """);

        await host.SaveAsync(workflow);
        var id = await host.StartAsync(workflow.Id);
        await host.Gates.ReachedAsync("never");
        host.Time.Advance(TimeSpan.FromSeconds(5));
        var record = await host.UntilFinishedAsync(id);

        record.ShouldHaveFailed("slow", type: "timeout");
        record.Duration.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_step_that_may_fail_does_not_stop_the_run()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "bad", "type": "test.flaky", "with": { "failures": 9 }, "onError": "continue" },
            { "id": "good", "type": "test.echo", "with": { "text": "${{ steps.bad.status }}: ${{ steps.bad.error.message }}" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines[^1].ShouldBe("failed: Attempt 1 failed.");
        record.Step("bad").Status.ShouldBe(StepStatus.Failed);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_worked_out_fails_its_step()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "bad", "type": "test.echo", "if": "[1, 2][inputs.n] == 1", "with": { "text": "x" } }
            """) { Inputs = """{ "type": "object", "properties": { "n": { "type": "integer", "default": 7 } } }""" });

        record.ShouldHaveFailed("bad", type: "expression");
    }

    [Fact]
    public async Task A_container_may_fail_too()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "[1]", "onError": "continue", "steps": [ { "id": "bad", "type": "test.flaky", "with": { "failures": 9 } } ] },
            { "id": "after", "type": "test.echo", "with": { "text": "${{ steps.each.status }}" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines[^1].ShouldBe("failed");
    }

    [Fact]
    public async Task Outputs_of_dotnet_types_read_as_what_they_are()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "fetch", "type": "test.order", "with": { "id": "A-17" } }
            """)
        {
            Outputs = """
                { "total": "${{ steps.fetch.output.total }}", "big": "${{ steps.fetch.output.total > 100 }}", "skus": "${{ steps.fetch.output.lines.map(l, l.sku) }}",
                  "pens": "${{ steps.fetch.output.lines.filter(l, l.sku == 'pen')[0].quantity }}", "city": "${{ steps.fetch.output.shipTo.city }}" }
                """,
        });

        record.ShouldHaveOutputs("""{ "total": 120.50, "big": true, "skus": ["pen", "ink", "cup"], "pens": 2, "city": "Lisbon" }""");
    }

    [Fact]
    public async Task Without_outputs_a_run_completes_with_none()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""{ "id": "one", "type": "test.echo", "with": { "text": "one" } }"""));

        record.ShouldHaveCompleted();
    }

    [Fact]
    public async Task Facts_of_the_execution_have_names()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""{ "id": "one", "type": "test.echo", "with": { "text": "${{ execution.workflowId }} ${{ execution.id }}" } }"""));

        host.Journal.Lines.ShouldBe([$"test {record.Id}"]);
    }
}
