namespace WorkflowKit.Stores;

/// <summary>
/// Keeps executions: their logs, where they stand, what they wait for, and who runs them. Safe to use from several threads; a store that
/// several hosts share is safe to use from all of them. Times are compared with the store's own clock.
/// </summary>
public interface IExecutionStore
{
    /// <summary>How long a host's claim holds without <see cref="RenewAsync"/>.</summary>
    TimeSpan LeaseDuration { get; }

    /// <summary>Whether other processes may write to it as well; then what they do is looked for every now and then. Default false.</summary>
    bool IsShared => false;

    /// <summary>Creates an execution in status <see cref="ExecutionStatus.Pending"/>.</summary>
    /// <param name="header">The execution.</param>
    /// <param name="owner">The host that runs it; <see langword="null"/>: whoever claims it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StartKeyConflictException">The same user used its start key for another workflow or with other inputs.</exception>
    ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default);

    /// <summary>Makes a host the owner of an execution that has none, or whose owner's lease is over; a host may claim its own again.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="owner">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The log; <see langword="null"/> where there is no such execution, or another host runs it.</returns>
    ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default);

    /// <summary>
    /// Executions without a living owner that have something to do: pending ones, running ones whose host is gone, paused ones whose time has
    /// come, and those with control requests. With them, those of the asking host itself that another process asked for something. Finding is not claiming.
    /// </summary>
    /// <param name="owner">The host that asks.</param>
    /// <param name="limit">How many at most; 0 asks for the next time alone.</param>
    /// <param name="unserved">The hashes of definitions that the host cannot load: their executions are not for it. <see langword="null"/>: it can load all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps a host's claims for another <see cref="LeaseDuration"/>.</summary>
    /// <param name="owner">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether they were still its own; a host that came too late must begin anew under another name.</returns>
    ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default);

    /// <summary>Gives up all claims of a host that stops.</summary>
    /// <param name="owner">The host.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default);

    /// <summary>Stores a control request.</summary>
    /// <param name="request">The request; it is given its ordinal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there is such an execution.</returns>
    ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default);

    /// <summary>An execution as it stands, or <see langword="null"/>.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>Entries of an execution's log in their order; empty where there are none, or no such execution.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="after">The sequence after which to begin; 0: from the start.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Lists executions, the newest first.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The limit is out of range, or the place to go on from is not one that a page gave.</exception>
    ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Which executions have become new, been given a status, or gone since a mark, by whatever process. Nothing is missed between two looks of which the second
    /// goes on from the first one's mark, and nothing is told before it is there to be read.
    /// </summary>
    /// <param name="since">The mark of an earlier look; <see langword="null"/>: only the mark of this moment is asked for.</param>
    /// <param name="limit">How many at most, of each kind; where there are more, the answer is incomplete. A mark is good for ten minutes at least.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The mark is none that a look gave.</exception>
    ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default);

    /// <summary>Counts executions by day and status.</summary>
    /// <param name="query">Which; its page does not matter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ExecutionCounts> CountAsync(ExecutionQuery query, CancellationToken cancellationToken = default);

    /// <summary>Adds a finished execution that came about elsewhere, with all of its log, or nothing of it. Nobody owns it, and it is due for nothing.</summary>
    /// <param name="execution">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was added; else there is one of its id.</returns>
    /// <exception cref="StartKeyConflictException">The same user's start key made another execution here.</exception>
    ValueTask<bool> ImportAsync(FinishedExecution execution, CancellationToken cancellationToken = default);

    /// <summary>Removes a finished execution before its time, as <see cref="PurgeAsync"/> does: with its log and all else that is kept of it, or nothing of it.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was such an execution.</returns>
    /// <exception cref="ExecutionStateException">
    /// It has not ended; or it was asked for something that is not carried out yet; or the execution whose step started it has not ended, which would start it anew.
    /// </exception>
    ValueTask<bool> DeleteAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>Removes finished executions whose time has come, with their logs; not those that were asked for something which is not carried out yet.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were removed.</returns>
    ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default);
}
