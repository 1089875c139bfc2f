using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_failed</c>: the execution has ended by a failure; it can be retried.</summary>
public sealed class ExecutionFailed : ProgressEvent
{
    internal ExecutionFailed(DateTimeOffset timestamp, StepError error, IReadOnlyList<string>? voided = null, IReadOnlyList<string>? undone = null)
        : base(timestamp)
    {
        Error = error;
        Voided = voided ?? [];
        Undone = undone ?? [];
    }

    /// <inheritdoc />
    public override string Type => "execution_failed";

    /// <summary>Why it failed.</summary>
    public StepError Error { get; }

    /// <summary>The step that failed; <see langword="null"/> where no step is to blame.</summary>
    public string? StepId => Error.StepId;

    /// <summary>The paths that a retry runs again. Journal only.</summary>
    internal IReadOnlyList<string> Voided { get; }

    /// <summary>Those of them that had completed and were undone. Journal only.</summary>
    internal IReadOnlyList<string> Undone { get; }

    internal override bool IsLast => true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteError("error", Error);
        writer.WriteString("stepId", StepId);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteStringsIf("voided", Voided);
        writer.WriteStringsIf("undone", Undone);
    }

    internal static ExecutionFailed Read(JournalEntry entry) =>
        new(entry.Timestamp, entry.Error("error") ?? throw new KeyNotFoundException("error"), entry.Texts("voided"), entry.Texts("undone"));
}
