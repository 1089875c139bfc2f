using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_paused</c>: the execution waits; it holds no thread and no memory.</summary>
public sealed class ExecutionPaused : ProgressEvent
{
    internal ExecutionPaused(DateTimeOffset timestamp, PauseReason reason, string? by = null, DateTimeOffset? dueAt = null, StepError? error = null)
        : base(timestamp)
    {
        Reason = reason;
        By = by;
        DueAt = dueAt;
        Error = error;
    }

    /// <inheritdoc />
    public override string Type => "execution_paused";

    /// <summary>What it waits for.</summary>
    public PauseReason Reason { get; }

    /// <summary>Who asked for it. Journal only.</summary>
    internal string? By { get; }

    /// <summary>When it goes on by itself. Journal only.</summary>
    internal DateTimeOffset? DueAt { get; }

    /// <summary>Why this host cannot serve it. Journal only.</summary>
    internal StepError? Error { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("reason", Reason.Text());

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteStringIf("by", By);
        writer.WriteTimeIf("dueAt", DueAt);
        if (Error is not null) writer.WriteError("error", Error);
    }

    internal static ExecutionPaused Read(JournalEntry entry) => new(
        entry.Timestamp, LogNames.ToPauseReason(entry.Text("reason")), entry.TextOrNull("by"), entry.Time("dueAt"), entry.Error("error"));
}
