namespace WorkflowKit.Stores;

/// <summary>
/// Finished executions by the time at which they may go. Times mostly grow, so adding costs the same however many there are, and purging
/// looks at none that has to stay. Guarded by the store's gate.
/// </summary>
internal sealed class MemoryRetention
{
    private readonly PriorityQueue<MemoryExecution, long> _queue = new();

    internal void Add(MemoryExecution execution, DateTimeOffset purgeAt) => _queue.Enqueue(execution, purgeAt.UtcTicks);

    /// <summary>The next one whose time has come. A retried execution may stand here twice: what counts is its own time.</summary>
    internal MemoryExecution? Take(DateTimeOffset now)
    {
        while (_queue.TryPeek(out var execution, out var ticks) && ticks <= now.UtcTicks)
        {
            _queue.Dequeue();
            if (execution.PurgeAt?.UtcTicks == ticks) return execution;
        }
        return null;
    }
}
