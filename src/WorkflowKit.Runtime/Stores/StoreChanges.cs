namespace WorkflowKit.Stores;

/// <summary>What has become of a store's executions since a mark.</summary>
/// <param name="Mark">Stands for the moment of the look; what comes later is found by it.</param>
/// <param name="Changed">The ids of executions that are new or have been given a status since, each once, in no order.</param>
/// <param name="Removed">Executions that were removed since, each once, and are not there again.</param>
public sealed record StoreChanges(string Mark, IReadOnlyList<string> Changed, IReadOnlyList<RemovedExecution> Removed)
{
    private static readonly TimeSpan MarkIsGood = TimeSpan.FromMinutes(10);

    /// <summary>How long a store knows what was removed, at least.</summary>
    internal static readonly TimeSpan RemovalsKept = 2 * MarkIsGood;

    /// <summary>Whether there is more than was asked for, or the mark is too old to say: then what is listed is not all.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What a store's rows say, of which one more than was asked for tells that there is more.</summary>
    internal static StoreChanges Of(string mark, List<string> changed, List<RemovedExecution> removed, int limit, bool isTooOld)
    {
        // One that is there was imported again after it was removed.
        var there = changed.ToHashSet(StringComparer.Ordinal);
        var gone = removed.Where(one => !there.Contains(one.Id)).DistinctBy(static one => one.Id).ToList();
        return new StoreChanges(mark, changed, gone) { IsIncomplete = isTooOld || changed.Count > limit || removed.Count > limit };
    }

    /// <summary>Whether a mark is older than what is kept for it.</summary>
    internal static bool IsTooOld(long ticks, long now) => now - ticks > MarkIsGood.Ticks;

    /// <summary>For what is no mark that a look gave.</summary>
    internal static ArgumentException NoMark(string since) => new($"'{since}' is not a mark that a look gave.", nameof(since));
}
