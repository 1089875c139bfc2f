namespace WorkflowKit;

/// <summary>Which executions to list. Every member narrows the list; left out, it does not.</summary>
public sealed record ExecutionQuery
{
    /// <summary>The most that one page can hold.</summary>
    public const int MaxLimit = 500;

    /// <summary>Those of one workflow.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Those of one user.</summary>
    public string? UserId { get; init; }

    /// <summary>Those that were started for no user.</summary>
    public bool HasNoUser { get; init; }

    /// <summary>Those of these ids, at most <see cref="MaxLimit"/>; those that there are not are left out. <see langword="null"/>: of any.</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }

    /// <summary>Those in one of these statuses; empty: in any.</summary>
    public IReadOnlyCollection<ExecutionStatus> Statuses { get; init; } = [];

    /// <summary>Those that this started.</summary>
    public ExecutionTrigger? Trigger { get; init; }

    /// <summary>Those that the <c>workflow</c> steps of this execution started.</summary>
    public string? ParentId { get; init; }

    /// <summary>Those that have all of these tags. They are looked up by the rarest and held against the others.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];

    /// <summary>Those created at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Those created before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Those in whose id, workflow id, workflow name, user or error message this text occurs, in upper or lower case.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page before ended (<see cref="ExecutionPage.Next"/>).</summary>
    public string? After { get; init; }

    /// <summary>How many at most, from 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;

    /// <exception cref="ArgumentException">More is asked for than one page can hold, or less than one.</exception>
    internal static void Demand(ExecutionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxLimit);
        DemandIds(query);
    }

    /// <exception cref="ArgumentException">There are more ids than a page can hold.</exception>
    internal static void DemandIds(ExecutionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Ids?.Count ?? 0, MaxLimit, nameof(Ids));
    }
}
