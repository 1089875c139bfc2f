using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Workflows;

/// <summary>What tests ask of a record.</summary>
internal static class RecordAssertions
{
    public static void ShouldHaveCompleted(this ExecutionRecord record) => record.Status.ShouldBe(ExecutionStatus.Completed, record.ToJson());

    public static void ShouldHaveOutputs(this ExecutionRecord record, string json)
    {
        record.ShouldHaveCompleted();
        var outputs = JsonNode.Parse(record.Outputs!.Value.GetRawText());
        JsonNode.DeepEquals(outputs, JsonNode.Parse(json)).ShouldBeTrue($"expected {json}\nbut was {outputs?.ToJsonString()}");
    }

    public static void ShouldHaveFailed(this ExecutionRecord record, string? stepId, string? type = null)
    {
        record.Status.ShouldBe(ExecutionStatus.Failed, record.ToJson());
        record.Error.ShouldNotBeNull();
        record.Error.StepId.ShouldBe(stepId, record.ToJson());
        if (type is not null)
            record.Error.Type.ShouldBe(type, record.ToJson());
    }

    public static StepResult Step(this ExecutionRecord record, string stepId) =>
        record.StepResults.First(one => one.StepId == stepId);

    public static IReadOnlyList<string> Skips(this ExecutionRecord record) =>
        [.. record.StepResults.Where(one => one.Status == StepStatus.Skipped).Select(one => one.StepId)];
}
