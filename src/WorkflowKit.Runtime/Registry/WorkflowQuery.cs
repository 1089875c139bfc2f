using WorkflowKit.Registry;

namespace WorkflowKit;

/// <summary>Which workflows to list.</summary>
public sealed record WorkflowQuery
{
    /// <summary>The most that one page can hold.</summary>
    public const int MaxLimit = 500;

    /// <summary>Those in whose id or name this text occurs, in upper or lower case; <see langword="null"/> or empty: all.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page before ended (<see cref="WorkflowPage.Next"/>).</summary>
    public string? After { get; init; }

    /// <summary>How many at most, from 1 to <see cref="MaxLimit"/>. Default 50.</summary>
    public int Limit { get; init; } = 50;

    /// <exception cref="ArgumentException">The limit is out of range, or the place to go on from is not one that a page gave.</exception>
    internal static void Demand(WorkflowQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, MaxLimit);
        if (query.After is { } after && !DefinitionId.IsLegal(after)) throw new ArgumentException("It is not a place that a page gave.", nameof(query));
    }
}
