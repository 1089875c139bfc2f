namespace WorkflowKit.Stores;

/// <summary>Where an execution stands in a database, at the beginning of an owner's term.</summary>
/// <param name="Key">The execution's key in the database.</param>
/// <param name="Status">The status.</param>
/// <param name="Owner">The host that runs it.</param>
/// <param name="Epoch">Raised with each owner.</param>
internal readonly record struct ExecutionState(long Key, ExecutionStatus Status, string Owner, int Epoch)
{
    internal long LastSequence { get; init; }

    internal DateTimeOffset? DueAt { get; init; }

    internal DateTimeOffset? PurgeAt { get; init; }

    /// <summary>How many changes were committed in this execution's life.</summary>
    internal long Changes { get; init; }

    internal long PendingControl { get; init; }

    internal int ClaimsWithoutProgress { get; init; }

    /// <summary><see cref="StoredLog.Fence"/>.</summary>
    internal long Fence { get; init; }
}
