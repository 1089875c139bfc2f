using System.Globalization;

namespace WorkflowKit.Stores;

/// <summary>All executions in the order of their creation. Removing leaves a hole; holes are closed when they are the greater part. Guarded by the store's gate.</summary>
internal sealed class MemoryOrder
{
    private const int FewHoles = 1024;
    private readonly List<MemoryExecution> _executions = [];
    private int _holes;
    private long _lastOrdinal;

    internal MemoryExecution Add(ExecutionHeader header)
    {
        var execution = new MemoryExecution(header, ++_lastOrdinal);
        _executions.Add(execution);
        return execution;
    }

    /// <param name="isGone">Tells which executions the store knows no more, this one among them.</param>
    internal void Removed(Predicate<MemoryExecution> isGone)
    {
        if (++_holes <= Math.Max(FewHoles, _executions.Count / 2)) return;
        _executions.RemoveAll(isGone);
        _holes = 0;
    }

    /// <summary>One more than a page holds, so that the caller sees whether there is another; the newest first.</summary>
    internal List<MemoryExecution> Page(ExecutionQuery query, Predicate<MemoryExecution> matches)
    {
        var page = new List<MemoryExecution>();
        for (var index = First(query.After); index >= 0 && page.Count <= query.Limit; index--)
            if (matches(_executions[index])) page.Add(_executions[index]);
        return page;
    }

    internal static string Place(MemoryExecution execution) => execution.Ordinal.ToString(CultureInfo.InvariantCulture);

    private int First(string? after)
    {
        if (after is null) return _executions.Count - 1;
        if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            throw new ArgumentException($"'{after}' is not a place that a page gave.", nameof(after));
        var (low, high) = (0, _executions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_executions[middle].Ordinal < ordinal) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}
