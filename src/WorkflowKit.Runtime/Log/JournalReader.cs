using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Log;

/// <summary>Reads the journal form of one execution's log, entry by entry in order. Not safe for concurrent use.</summary>
public sealed class JournalReader
{
    private readonly Dictionary<string, StepInfo> _steps = [];

    /// <summary>A reader for one log.</summary>
    /// <param name="steps">The steps that entries shall refer to; those that are not among them are made from the entries.</param>
    public JournalReader(IReadOnlyList<StepInfo>? steps = null)
    {
        foreach (var step in steps ?? []) _steps[step.Id] = step;
    }

    /// <summary>Reads one entry.</summary>
    /// <param name="utf8">What <see cref="ProgressEvent.WriteJournal"/> wrote.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="FormatException">It is no entry of a journal, or of a newer version's.</exception>
    public ProgressEvent Read(ReadOnlySpan<byte> utf8)
    {
        var json = JsonElement.Parse(utf8, JsonDepth.Texts);
        var entry = new JournalEntry(json, _steps);
        try
        {
            var read = Read(entry.Text("type"), entry);
            read.Place(entry.Text("executionId"), entry.Long("sequence"));
            return read;
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException("The entry is not a journal entry, or a member of it is missing or out of range.", error);
        }
    }

    private static ProgressEvent Read(string type, JournalEntry entry) => type switch
    {
        "execution_started" => ExecutionStarted.Read(entry),
        "step_started" => StepStarted.Read(entry),
        "step_completed" => StepCompleted.Read(entry),
        "step_failed" => StepFailed.Read(entry),
        "step_skipped" => StepSkipped.Read(entry),
        "input_requested" => InputRequested.Read(entry),
        "input_received" => InputReceived.Read(entry),
        "execution_paused" => ExecutionPaused.Read(entry),
        "execution_resumed" => ExecutionResumed.Read(entry),
        "execution_completed" => ExecutionCompleted.Read(entry),
        "execution_failed" => ExecutionFailed.Read(entry),
        "execution_cancelled" => ExecutionCancelled.Read(entry),
        "log" => LogWritten.Read(entry),
        _ => throw new FormatException($"The journal holds an entry of the unknown type '{type}'."),
    };
}
