using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_failed</c>: the execution has ended by a failure; it can be retried.</summary>
public sealed class ExecutionFailed : ProgressEvent
{
    internal ExecutionFailed(DateTimeOffset timestamp, StepError error) : base(timestamp) => Error = error;

    /// <inheritdoc />
    public override string Type => "execution_failed";

    /// <summary>Why it failed.</summary>
    public StepError Error { get; }

    /// <summary>The step that failed; <see langword="null"/> where no step is to blame.</summary>
    public string? StepId => Error.StepId;

    internal override bool IsLast => true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteError("error", Error);
        writer.WriteString("stepId", StepId);
    }

    internal static ExecutionFailed Read(JournalEntry entry) => new(entry.Timestamp, entry.Error("error")!);
}
