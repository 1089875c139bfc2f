namespace WorkflowKit.Stores;

/// <summary>What a commit changes beside the log. All of it, and the log's new entries, become durable together or not at all.</summary>
/// <param name="Status">The status from now on.</param>
public readonly record struct ExecutionChange(ExecutionStatus Status)
{
    /// <summary>
    /// The entry that tells of the change; it goes behind all that was appended before, and nobody sees it before the change. <see langword="null"/>: the change shows in no entry.
    /// </summary>
    public ProgressEvent? Entry { get; init; }

    /// <summary>
    /// When a paused execution goes on by itself, or when a running one that is given up may be claimed; <see langword="null"/>: not by time, and at once.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When a finished execution may be purged; <see langword="null"/>: never.</summary>
    public DateTimeOffset? PurgeAt { get; init; }

    /// <summary>All control requests up to this ordinal are handled.</summary>
    public long HandledControls { get; init; }

    /// <summary>A request to another execution, stored in the same transaction: a child tells its parent that it has ended.</summary>
    public ControlRequest? Notify { get; init; }

    /// <summary>Whether the owner gives the execution up, so that any host may claim it.</summary>
    public bool Release { get; init; }
}
