using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>
/// One entry of an execution's log, and one event of its progress: both are the same thing. Immutable once it is in the log; safe to share.
/// </summary>
[JsonConverter(typeof(ProgressEventJsonConverter))]
[DebuggerDisplay("{Sequence} {ToJson(),nq}")]
public abstract class ProgressEvent
{
    // Two of these are made for every step of every run: an int is enough for the sequence, and the second one rides in its padding.
    private readonly long _ticks;
    private int _sequence;
    private protected readonly int Number;

    private protected ProgressEvent(DateTimeOffset timestamp, int number = 0)
    {
        _ticks = timestamp.UtcTicks;
        Number = number;
    }

    /// <summary>The event's place in the log, from 1 without gaps. A live-only event has the sequence of the entry before it.</summary>
    public long Sequence => _sequence;

    /// <summary>The execution that it belongs to.</summary>
    public string ExecutionId { get; private set; } = "";

    /// <summary>When it happened, in UTC.</summary>
    public DateTimeOffset Timestamp => new(new DateTime(_ticks, DateTimeKind.Utc));

    internal long UtcTicks => _ticks;

    /// <summary>The event's type as it is spelled in JSON and in server-sent events, such as <c>step_completed</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Whether nothing follows it, unless somebody retries a failed execution.</summary>
    internal virtual bool IsLast => false;

    /// <summary>Whether it is shown to those who watch and kept nowhere.</summary>
    internal virtual bool IsLiveOnly => false;

    /// <summary>Writes the event as one JSON object: its own members, and <c>sequence</c>, <c>executionId</c> and <c>timestamp</c>.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="includeType">Whether to write a member <c>type</c> as well; a server-sent event carries it outside.</param>
    public void WriteTo(Utf8JsonWriter writer, bool includeType = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        if (includeType) writer.WriteString("type", Type);
        writer.WriteNumber("sequence", Sequence);
        writer.WriteString("executionId", ExecutionId);
        writer.WriteTime("timestamp", Timestamp);
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>The event as one JSON object, its <c>type</c> included.</summary>
    public string ToJson() => LogJson.ToText(writer => WriteTo(writer, includeType: true));

    /// <summary>Gives the event its place in a log. Stores call it, once, when they take the event in.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="sequence">The place, from 1.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Place(string executionId, long sequence)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ExecutionId = executionId;
        _sequence = checked((int)sequence);
    }

    /// <summary>The members that users see.</summary>
    private protected abstract void WriteMembers(Utf8JsonWriter writer);

    /// <summary>What replay and the record need beside them.</summary>
    private protected virtual void WriteJournalMembers(Utf8JsonWriter writer) { }

    /// <summary>Writes the form that stores keep: everything users see, and what replay needs beside it. <see cref="JournalReader"/> reads it back.</summary>
    /// <param name="writer">Where it goes.</param>
    public void WriteJournal(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteNumber("sequence", Sequence);
        writer.WriteString("executionId", ExecutionId);
        writer.WriteNumber("ticks", _ticks);
        WriteMembers(writer);
        WriteJournalMembers(writer);
        writer.WriteEndObject();
    }
}
