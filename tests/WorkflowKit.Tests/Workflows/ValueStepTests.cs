namespace WorkflowKit.Tests.Workflows;

/// <summary>set and log.</summary>
public sealed class ValueStepTests
{
    [Fact]
    public async Task Set_gives_the_value_of_its_template()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "figures", "type": "set", "with": { "text": "${{ inputs.n }} things", "double": "${{ inputs.n * 2 }}", "deep": { "list": [1, "${{ inputs.n }}", null] }, "half": 0.5 } },
            { "id": "echo", "type": "test.echo", "with": { "text": "${{ steps.figures.output.text }}, ${{ steps.figures.output.double + 1 }}, ${{ steps.figures.output.deep.list[1] }}" } }
            """)
        {
            Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }""",
            Outputs = """{ "figures": "${{ steps.figures.output }}" }""",
        }, new { n = 4 });

        record.ShouldHaveOutputs("""{ "figures": { "text": "4 things", "double": 8, "deep": { "list": [1, 4, null] }, "half": 0.5 } }""");
        host.Journal.Lines.ShouldBe(["4 things, 9, 4"]);
        record.Step("figures").Output!.Value.GetProperty("double").GetInt32().ShouldBe(8);
    }

    [Fact]
    public async Task Set_may_give_a_bare_value()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "n", "type": "set", "if": "inputs.go", "with": "${{ 1 + 2 }}" },
            { "id": "m", "type": "set", "with": "${{ steps.?n.?output.orValue(0) + 10 }}" }
            """)
        {
            Inputs = """{ "type": "object", "properties": { "go": { "type": "boolean" } }, "required": ["go"] }""",
            Outputs = """{ "m": "${{ steps.m.output }}" }""",
        }, new { go = true });

        record.ShouldHaveOutputs("""{ "m": 13 }""");
    }

    [Fact]
    public async Task Log_writes_a_line()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "note", "type": "log", "level": "warning", "message": "Only ${{ 1 + 1 }} left" }
            """));

        record.ShouldHaveCompleted();
        var line = (await host.EventsAsync(record.Id)).OfType<LogWritten>().ShouldHaveSingleItem();
        line.Message.ShouldBe("Only 2 left");
    }

    [Fact]
    public async Task Set_a_value_of_many_parts_that_is_too_large_fails_the_step()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""{ "id": "many", "type": "set", "with": "${{ lists.range(300000) }}" }"""));

        record.ShouldHaveFailed("many", type: "output");
        record.Error!.Code.ShouldBe("output_limit");
    }
}
