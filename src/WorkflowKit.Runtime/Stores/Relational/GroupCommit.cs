namespace WorkflowKit.Stores;

/// <summary>
/// Lets many callers share one transaction: what arrives while a commit is under way goes into the next one. A single caller does the work in
/// their own thread, and pays for no change of threads; where others are about to run, the work waits until they have had their say. Safe to use
/// from several threads.
/// </summary>
/// <param name="largestBatch">How many writes one transaction takes at most.</param>
/// <param name="commit">Commits a batch and tells each of its writes what became of it; it lets no exception out.</param>
internal sealed class GroupCommit<TWrite>(int largestBatch, Func<IReadOnlyList<TWrite>, ValueTask> commit) : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<TWrite> _waiting = new();
    private bool _isAtWork;

    internal void Add(TWrite write)
    {
        lock (_gate)
        {
            _waiting.Enqueue(write);
            if (_isAtWork) return;
            _isAtWork = true;
        }
        if (ThreadPool.PendingWorkItemCount == 0) _ = WorkAsync();
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute() => _ = WorkAsync();

    private async Task WorkAsync()
    {
        while (Take() is { } batch)
        {
            var committing = commit(batch);
            if (!committing.IsCompleted)
            {
                await committing.ConfigureAwait(false);
                continue;
            }
            // The caller's own write is done; the others' are not theirs to wait for.
            if (IsDone()) return;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
    }

    private List<TWrite>? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isAtWork = false;
                return null;
            }
            var batch = new List<TWrite>(Math.Min(_waiting.Count, largestBatch));
            while (batch.Count < largestBatch && _waiting.TryDequeue(out var write)) batch.Add(write);
            return batch;
        }
    }

    private bool IsDone()
    {
        lock (_gate)
        {
            if (_waiting.Count > 0) return false;
            _isAtWork = false;
            return true;
        }
    }
}
