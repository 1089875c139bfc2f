namespace WorkflowKit.Stores;

/// <summary>
/// Lets many callers share one transaction: what arrives while a commit is under way goes into the next one. A single caller does the work in
/// their own thread, and pays for no change of threads; where others are about to run, a thread of the pool does it. Safe to use from several threads.
/// </summary>
/// <param name="largestBatch">How many writes one transaction takes at most.</param>
/// <param name="commit">Commits a batch and decides of each of its writes; it lets no exception out and completes none of them.</param>
internal sealed class GroupCommit<TWrite>(int largestBatch, Func<IReadOnlyList<TWrite>, ValueTask> commit) : IWriterShift, IThreadPoolWorkItem
    where TWrite : class, IGroupWrite
{
    private readonly Lock _gate = new();
    private readonly Queue<TWrite> _waiting = new();
    private volatile Shift _shift;

    private enum Shift
    {
        /// <summary>There is nothing to write.</summary>
        None,

        /// <summary>A thread is called, and none is at work yet.</summary>
        Called,

        AtWork,
    }

    internal void Add(TWrite write)
    {
        bool isInPlace;
        lock (_gate)
        {
            _waiting.Enqueue(write);
            if (_shift is not Shift.None) return;
            isInPlace = !Completions.HasMore && ThreadPool.PendingWorkItemCount == 0;
            _shift = isInPlace ? Shift.AtWork : Shift.Called;
        }
        if (isInPlace) _ = WorkInPlaceAsync();
        else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    bool IWriterShift.IsCalled => _shift is Shift.Called;

    void IWriterShift.TakeOver() => TakeOver();

    void IThreadPoolWorkItem.Execute() => TakeOver();

    private void TakeOver()
    {
        lock (_gate)
        {
            if (_shift is not Shift.Called) return;
            _shift = Shift.AtWork;
        }
        _ = WorkAsync();
    }

    private async Task WorkAsync()
    {
        while (Take() is { } batch)
        {
            await commit(batch).ConfigureAwait(false);
            Completions.Start(this, batch, from: 0);
        }
    }

    /// <summary>The caller's own write comes first. When it is done the others' are not theirs to wait for.</summary>
    private async Task WorkInPlaceAsync()
    {
        var batch = Take()!;
        var committing = commit(batch);
        if (!committing.IsCompleted)
        {
            await committing.ConfigureAwait(false);
            Completions.Start(this, batch, from: 0);
            await WorkAsync().ConfigureAwait(false);
            return;
        }
        var isOwnDone = !batch[0].IsShared;
        if (isOwnDone) batch[0].Complete();
        Completions.Start(this, batch, from: isOwnDone ? 1 : 0);
        lock (_gate)
        {
            _shift = _waiting.Count > 0 ? Shift.Called : Shift.None;
            if (_shift is Shift.None) return;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private List<TWrite>? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _shift = Shift.None;
                return null;
            }
            var batch = new List<TWrite>(Math.Min(_waiting.Count, largestBatch));
            while (batch.Count < largestBatch && _waiting.TryDequeue(out var write)) batch.Add(write);
            return batch;
        }
    }
}
