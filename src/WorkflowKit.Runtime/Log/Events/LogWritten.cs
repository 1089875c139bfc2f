using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>log</c>: a line that a <c>log</c> step or a step's logger wrote.</summary>
public sealed class LogWritten : ProgressEvent
{
    internal LogWritten(DateTimeOffset timestamp, LogLevel level, string message, string? stepId = null, string? path = null) : base(timestamp)
    {
        Level = level;
        Message = message;
        StepId = stepId;
        Path = path;
    }

    /// <inheritdoc />
    public override string Type => "log";

    /// <summary>How much it matters.</summary>
    public LogLevel Level { get; }

    /// <summary>The line.</summary>
    public string Message { get; }

    /// <summary>The step that wrote it, where one did.</summary>
    public string? StepId { get; }

    /// <summary>That step's path.</summary>
    public string? Path { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("level", Level.Text());
        writer.WriteString("message", Message);
        writer.WriteStringIf("stepId", StepId);
        writer.WriteStringIf("path", Path);
    }

    internal static LogWritten Read(JournalEntry entry) => new(
        entry.Timestamp, LogNames.ToLogLevel(entry.Text("level")), entry.Text("message"), entry.TextOrNull("stepId"), entry.TextOrNull("path"));
}
