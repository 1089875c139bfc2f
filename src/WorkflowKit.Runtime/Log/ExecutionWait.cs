using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>What a paused execution waits for. Immutable.</summary>
public sealed class ExecutionWait
{
    private readonly ExecutionPaused _paused;

    internal ExecutionWait(ExecutionPaused paused, IReadOnlyList<InputRequested> requests)
    {
        _paused = paused;
        Inputs = [.. requests.Select(static request => new RequestedInput(request))];
    }

    /// <summary>
    /// For a person who paused it to resume it, for input, for a time or another execution, or for a host that can serve it (<see cref="ExecutionRecord.Error"/> says what is missing).
    /// </summary>
    public PauseReason Reason => _paused.Reason;

    /// <summary>Since when it is paused.</summary>
    public DateTimeOffset Since => _paused.Timestamp;

    /// <summary>
    /// When it goes on by itself: a wait is over, a step is tried again, or one gives up waiting for input. <see langword="null"/>: not by time.
    /// </summary>
    public DateTimeOffset? Until => _paused.DueAt;

    /// <summary>Who paused it; <see langword="null"/> where nobody did, or the host named nobody.</summary>
    public string? By => _paused.By;

    /// <summary>All data that its steps wait for, whatever else it waits for; the oldest request first.</summary>
    public IReadOnlyList<RequestedInput> Inputs { get; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("reason", Reason.Text());
        writer.WriteTime("since", Since);
        writer.WriteTimeIf("until", Until);
        writer.WriteStringIf("by", By);
        if (Inputs.Count > 0)
        {
            writer.WriteStartArray("inputs");
            foreach (var input in Inputs) input.WriteTo(writer);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
