using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_started</c>: the run has begun.</summary>
public sealed class ExecutionStarted : ProgressEvent
{
    internal ExecutionStarted(DateTimeOffset timestamp, string workflowId, IReadOnlyList<StepInfo> steps) : base(timestamp)
    {
        WorkflowId = workflowId;
        Steps = steps;
    }

    /// <inheritdoc />
    public override string Type => "execution_started";

    /// <summary>The workflow that runs.</summary>
    public string WorkflowId { get; }

    /// <summary>How many steps the definition has, containers and their inside included.</summary>
    public int TotalSteps => Steps.Count;

    /// <summary>The definition's steps in document order, so that a record can show what is still to come.</summary>
    internal IReadOnlyList<StepInfo> Steps { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("workflowId", WorkflowId);
        writer.WriteNumber("totalSteps", TotalSteps);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("steps");
        foreach (var step in Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("id", step.Id);
            writer.WriteString("name", step.Name);
            writer.WriteString("type", step.Type);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    internal static ExecutionStarted Read(JournalEntry entry) => new(
        entry.Timestamp,
        entry.Text("workflowId"),
        [.. entry.Element("steps").EnumerateArray().Select(entry.Step)]);
}
