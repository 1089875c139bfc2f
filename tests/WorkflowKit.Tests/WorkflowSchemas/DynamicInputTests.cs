using System.Text.Json;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>Values that only a run knows are held to what a step's class asks of its input.</summary>
public sealed class DynamicInputTests
{
    private static readonly Workflow Ship = new("""{ "id": "ship", "type": "post.ship", "with": { "reference": "${{ inputs.any.reference }}", "kilos": "${{ inputs.any.kilos }}" } }""")
    {
        Inputs = """{ "type": "object", "properties": { "any": {} }, "required": ["any"] }""",
    };

    [Theory]
    [InlineData("""{ "reference": "A-1", "kilos": 31 }""", "with/kilos must be at most 30, but is 31")]
    [InlineData("""{ "reference": "A", "kilos": 1 }""", "with/reference must be at least 2 characters, but is 1 character")]
    [InlineData("""{ "reference": "A-1", "kilos": "heavy" }""", "kilos")]
    [InlineData("""{ "reference": 7, "kilos": 1 }""", "reference")]
    public async Task A_wrong_value_fails_the_step_with_its_path_and_what_was_expected(string any, string message)
    {
        await using var host = new WorkflowHost(kit => kit.AddStep<Shipment>());

        var record = await host.RunAsync(Ship, JsonElement.Parse($$"""{ "any": {{any}} }"""));

        record.ShouldHaveFailed("ship");
        record.Error!.Message.ShouldContain(message);
    }

    [Fact]
    public async Task A_right_value_runs()
    {
        await using var host = new WorkflowHost(kit => kit.AddStep<Shipment>());

        var record = await host.RunAsync(Ship, JsonElement.Parse("""{ "any": { "reference": "A-1", "kilos": 30 } }"""));

        record.Status.ShouldBe(ExecutionStatus.Completed);
    }
}
