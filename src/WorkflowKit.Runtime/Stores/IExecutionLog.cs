using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// The log of one execution in the hands of the host that owns it. Safe to use from several threads. Once another owner has claimed the
/// execution, nothing is written through this handle any more.
/// </summary>
public interface IExecutionLog
{
    /// <summary>What is known of the execution since its creation.</summary>
    ExecutionHeader Header { get; }

    /// <summary>Where the execution stands.</summary>
    ExecutionStatus Status { get; }

    /// <summary>When a paused execution goes on by itself, or a running one that was given up could be claimed; <see langword="null"/>: not by time.</summary>
    DateTimeOffset? DueAt { get; }

    /// <summary>When a finished execution may be purged; <see langword="null"/>: never.</summary>
    DateTimeOffset? PurgeAt { get; }

    /// <summary>The sequence of the last entry; 0 where there is none.</summary>
    long LastSequence { get; }

    /// <summary>The sequence of the last entry that is durable. Nobody outside the run is told of an entry before.</summary>
    long DurableSequence => LastSequence;

    /// <summary>
    /// How many times in a row the execution was claimed after a crash without gaining an entry. Entries that tell of a recovery or of a step's
    /// beginning do not count as gained; a claim after <see cref="IExecutionStore.ReleaseAsync"/> is not after a crash.
    /// </summary>
    int ClaimsWithoutProgress { get; }

    /// <summary>The last control request that waits to be handled, by its ordinal; 0 where none waits. A cheap look at what <see cref="ReadControlsAsync"/> would bring.</summary>
    long PendingControl { get; }

    /// <summary>Adds an entry and gives it its place. It is durable once a commit that began afterwards has ended.</summary>
    /// <param name="entry">The entry; it belongs to the log from now on.</param>
    void Append(ProgressEvent entry);

    /// <summary>As <see cref="Append"/>, for a store that keeps such entries in a form of its own and has no need of a commit for them.</summary>
    /// <returns>The entry's place; 0 where the store has to be given the event.</returns>
    internal long TryAppend(in StepFact fact) => 0;

    /// <summary>Makes durable what has been appended so far.</summary>
    /// <param name="cancellationToken">Gives up waiting; the entries may become durable none the less.</param>
    /// <exception cref="ExecutionTakenOverException">Another owner has claimed the execution: nothing was written.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes durable what has been appended so far, and a change of the execution with it, in one transaction.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Gives up waiting; the change may become durable none the less.</param>
    /// <exception cref="ExecutionTakenOverException">Another owner has claimed the execution: nothing was written.</exception>
    /// <exception cref="ExecutionStateException">The status cannot change in this way: nothing was written.</exception>
    ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default);

    /// <summary>The control requests that wait to be handled, in their order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default);

    /// <summary>All entries up to now.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default);
}
