using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>An execution that came about elsewhere and has ended, to be added to a store as it is.</summary>
public sealed class FinishedExecution
{
    /// <summary>Puts one together.</summary>
    /// <param name="header">What never changes of it.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="log">All of its log, in order.</param>
    /// <param name="purgeAt">When it may be purged; <see langword="null"/>: never.</param>
    /// <exception cref="ArgumentException">It has not ended.</exception>
    public FinishedExecution(ExecutionHeader header, ExecutionStatus status, IReadOnlyList<ProgressEvent> log, DateTimeOffset? purgeAt = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(log);
        if (!status.IsFinished()) throw new ArgumentException($"An execution that is {status.Text()} has not ended.", nameof(status));
        (Header, Status, Log, PurgeAt) = (header, status, log, purgeAt);
    }

    /// <summary>What never changes of it.</summary>
    public ExecutionHeader Header { get; }

    /// <summary>How it ended.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>All of its log, in order.</summary>
    public IReadOnlyList<ProgressEvent> Log { get; }

    /// <summary>When it may be purged; <see langword="null"/>: never.</summary>
    public DateTimeOffset? PurgeAt { get; }

    internal DateTimeOffset? StartedAt => Log.Count == 0 ? null : Log[0].Timestamp;

    internal DateTimeOffset? CompletedAt => Log.Count > 0 && Log[^1] is { IsLast: true } last ? last.Timestamp : null;

    internal StepError? Error => Log.Count == 0 ? null : (Log[^1] as ExecutionFailed)?.Error;

    /// <summary>The log in the form in which databases keep it.</summary>
    internal JournalBatch ToJournal()
    {
        var journal = new JournalBatch();
        foreach (var entry in Log) journal.Add(entry);
        return journal;
    }
}
