using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Workflows;

/// <summary>What these tests ask of a record beside what all tests do.</summary>
internal static class RecordAssertions
{
    public static void ShouldHaveOutputs(this ExecutionRecord record, string json)
    {
        record.ShouldHaveCompleted();
        var outputs = JsonNode.Parse(record.Outputs!.Value.GetRawText());
        JsonNode.DeepEquals(outputs, JsonNode.Parse(json)).ShouldBeTrue($"expected {json}\nbut was {outputs?.ToJsonString()}");
    }

    public static StepResult Step(this ExecutionRecord record, string stepId) =>
        record.StepResults.First(one => one.StepId == stepId);

    public static IReadOnlyList<string> Skips(this ExecutionRecord record) =>
        [.. record.StepResults.Where(one => one.Status == StepStatus.Skipped).Select(one => one.StepId)];
}
