namespace WorkflowKit.Stores;

/// <summary>What a host may claim: what is ready now, and what becomes ready by time. Guarded by the store's gate.</summary>
internal sealed class MemoryWaits
{
    private readonly HashSet<MemoryExecution> _ready = [];
    private readonly PriorityQueue<MemoryExecution, DateTimeOffset> _timers = new();

    /// <summary>Looks anew at an execution that has no owner.</summary>
    internal void Consider(MemoryExecution execution)
    {
        if (execution.HasWorkWithoutOwner) _ready.Add(execution);
        else if (execution is { WaitsForTime: true, DueAt: { } dueAt }) _timers.Enqueue(execution, dueAt);
    }

    internal void Forget(MemoryExecution execution) => _ready.Remove(execution);

    internal List<string> Take(DateTimeOffset now, int limit, IReadOnlyCollection<string> unserved)
    {
        while (_timers.TryPeek(out var execution, out var dueAt) && dueAt <= now)
        {
            _timers.Dequeue();
            // A timer that was overtaken (resumed, ended, set anew) still stands in the queue; it counts only where the execution still waits for it.
            if (execution.WaitsForTime && execution.DueAt == dueAt) _ready.Add(execution);
        }
        if (limit == 0) return [];
        var due = unserved.Count == 0 ? _ready : _ready.Where(execution => !unserved.Contains(execution.Header.DefinitionHash));
        return [.. due.OrderBy(execution => execution.Ordinal).Take(limit).Select(execution => execution.Header.Id)];
    }

    internal DateTimeOffset? Next => _timers.TryPeek(out _, out var dueAt) ? dueAt : null;
}
