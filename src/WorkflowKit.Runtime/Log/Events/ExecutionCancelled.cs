using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_cancelled</c>: the execution has ended because somebody asked for it.</summary>
public sealed class ExecutionCancelled : ProgressEvent
{
    internal ExecutionCancelled(DateTimeOffset timestamp, string? by, string? reason) : base(timestamp)
    {
        By = by;
        Reason = reason;
    }

    /// <inheritdoc />
    public override string Type => "execution_cancelled";

    /// <summary>Who asked for it; <see langword="null"/> where the host named nobody.</summary>
    public string? By { get; }

    /// <summary>Why, in that person's words.</summary>
    public string? Reason { get; }

    internal override bool IsLast => true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("by", By);
        writer.WriteStringIf("reason", Reason);
    }

    internal static ExecutionCancelled Read(JournalEntry entry) => new(entry.Timestamp, entry.TextOrNull("by"), entry.TextOrNull("reason"));
}
