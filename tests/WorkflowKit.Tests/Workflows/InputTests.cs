namespace WorkflowKit.Tests.Workflows;

public sealed class InputTests
{
    private static readonly Workflow Approval = new("""
        { "id": "approve", "type": "input", "timeout": "PT1H",
          "with": { "title": "Approve ${{ inputs.order }}", "message": "Please.",
                    "schema": { "type": "object", "properties": { "approved": { "type": "boolean" }, "note": { "type": "string" } }, "required": ["approved"] } } },
        { "id": "echo", "type": "test.echo", "with": { "text": "${{ steps.approve.output.approved ? 'yes' : 'no' }} ${{ steps.approve.output.?note.orValue('-') }}" } }
        """)
    {
        Inputs = """{ "type": "object", "properties": { "order": { "type": "string", "default": "A-17" } } }""",
        Outputs = """{ "answer": "${{ steps.approve.output }}" }""",
    };

    [Fact]
    public async Task The_data_that_a_person_supplies_is_the_output()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Approval);
        var id = await host.StartAsync("test");
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        await host.SupplyAsync(id, "approve", """{ "approved": true, "note": "quick" }""");
        var record = await host.UntilFinishedAsync(id);

        record.ShouldHaveOutputs("""{ "answer": { "approved": true, "note": "quick" } }""");
        host.Journal.Lines.ShouldBe(["yes quick"]);
    }

    [Fact]
    public async Task Data_that_does_not_satisfy_the_schema_is_refused_and_the_run_waits_on()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Approval);
        var id = await host.StartAsync("test");
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        await Should.ThrowAsync<WorkflowKitException>(() => host.SupplyAsync(id, "approve", """{ "approved": "perhaps" }"""));

        await host.UntilStatusAsync(id, ExecutionStatus.Paused);
    }

    [Fact]
    public async Task Nobody_answering_in_time_fails_the_step()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(Approval);

        record.ShouldHaveFailed("approve");
        record.Error!.Code.ShouldBe("timeout");
    }

    [Fact]
    public async Task Nobody_answering_in_time_runs_the_steps_for_that_case()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "ask", "type": "input", "timeout": "PT1H",
              "with": { "title": "Say", "schema": { "type": "object", "properties": { "word": { "type": "string" } }, "required": ["word"] } },
              "onTimeout": [ { "id": "late", "type": "test.echo", "with": { "text": "late" } } ] },
            { "id": "after", "type": "test.echo", "with": { "text": "${{ steps.?ask.?output.?word.orValue('silence') }}" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["late", "silence"]);
    }

    [Fact]
    public async Task What_ran_before_the_pause_is_read_from_the_log_behind_it()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(new Workflow("""
            { "id": "fetch", "type": "test.order", "with": { "id": "A-17" } },
            { "id": "sum", "type": "set", "with": { "lines": "${{ size(steps.fetch.output.lines) }}", "first": "${{ steps.fetch.output.lines[0] }}" } },
            { "id": "each", "type": "forEach", "items": "steps.fetch.output.lines", "as": "line", "steps": [ { "id": "note", "type": "test.echo", "with": { "text": "${{ line.sku }}" } } ], "result": "steps.note.output.text" },
            { "id": "both", "type": "parallel", "branches": [ { "id": "x", "steps": [ { "id": "x1", "type": "test.add", "with": { "a": 1 } } ] } ] },
            { "id": "ask", "type": "input", "with": { "title": "?", "schema": { "type": "object" } } }
            """)
        {
            Outputs = """{ "total": "${{ steps.fetch.output.total }}", "sum": "${{ steps.sum.output }}", "each": "${{ steps.each.output }}", "both": "${{ steps.both.output }}", "ask": "${{ steps.ask.output }}" }""",
        });
        var id = await host.StartAsync("test");
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        await host.SupplyAsync(id, "ask", """{ "any": [1, null] }""");

        (await host.UntilFinishedAsync(id)).ShouldHaveOutputs("""
            { "total": 120.50, "sum": { "lines": 3, "first": { "sku": "pen", "quantity": 2 } }, "each": ["pen", "ink", "cup"], "both": { "x": { "sum": 2 } }, "ask": { "any": [1, null] } }
            """);
        host.Journal.Lines.ShouldBe(["pen", "ink", "cup"]);
    }
}
