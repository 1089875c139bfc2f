using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_resumed</c>: the execution goes on.</summary>
public sealed class ExecutionResumed : ProgressEvent
{
    internal ExecutionResumed(DateTimeOffset timestamp, PauseReason reason, string? by = null, IReadOnlyList<string>? voided = null, IReadOnlyList<string>? undone = null)
        : base(timestamp)
    {
        Reason = reason;
        By = by;
        Voided = voided ?? [];
        Undone = undone ?? [];
    }

    /// <inheritdoc />
    public override string Type => "execution_resumed";

    /// <summary>What let it go on.</summary>
    public PauseReason Reason { get; }

    /// <summary>Who asked for it. Journal only.</summary>
    internal string? By { get; }

    /// <summary>The paths whose outcomes before this entry count no more: a retry runs them again. One that ends in <c>[</c> stands for all passes of a loop. Journal only.</summary>
    internal IReadOnlyList<string> Voided { get; }

    /// <summary>Those of them that had completed and were compensated: they begin anew, with a new idempotency key. Journal only.</summary>
    internal IReadOnlyList<string> Undone { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("reason", Reason.Text());

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteStringIf("by", By);
        writer.WriteStringsIf("voided", Voided);
        writer.WriteStringsIf("undone", Undone);
    }

    internal static ExecutionResumed Read(JournalEntry entry) => new(
        entry.Timestamp, LogNames.ToPauseReason(entry.Text("reason")), entry.TextOrNull("by"), entry.Texts("voided"), entry.Texts("undone"));
}
