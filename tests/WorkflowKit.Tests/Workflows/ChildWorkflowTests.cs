namespace WorkflowKit.Tests.Workflows;

public sealed class ChildWorkflowTests
{
    private static readonly Workflow Child = new("""
        { "id": "add", "type": "test.add", "with": { "a": "${{ inputs.n }}", "b": 100 } }
        """)
    {
        Id = "child",
        Inputs = """{ "type": "object", "properties": { "n": { "type": "integer", "maximum": 10 } }, "required": ["n"] }""",
        Outputs = """{ "sum": "${{ steps.add.output.sum }}" }""",
    };

    private static readonly Workflow Parent = new("""
        { "id": "call", "type": "workflow", "workflow": "child", "with": { "n": "${{ inputs.n }}" } }
        """)
    {
        Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }""",
        Outputs = """{ "result": "${{ steps.call.output.sum + 1 }}" }""",
    };

    [Fact]
    public async Task A_childs_outputs_are_the_steps_output()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Child);

        var record = await host.RunAsync(Parent, new { n = 5 });

        record.ShouldHaveOutputs("""{ "result": 106 }""");
    }

    [Fact]
    public async Task A_child_that_does_not_take_its_inputs_fails_the_step()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Child);

        var record = await host.RunAsync(Parent, new { n = 50 });

        record.ShouldHaveFailed("call");
    }

    [Fact]
    public async Task A_child_that_is_not_there_fails_the_step()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(Parent, new { n = 5 });

        record.ShouldHaveFailed("call");
    }
}
