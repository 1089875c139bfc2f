namespace WorkflowKit.Stores;

/// <summary>
/// Completes the writes of a batch, one after the other in as few threads as will do: to queue each for itself costs more than what most of them have to
/// do. Whoever is completed may keep its thread, so another is always called before one goes on.
/// </summary>
internal sealed class Completions : IThreadPoolWorkItem
{
    [ThreadStatic]
    private static bool _hasMore;

    private readonly IWriterShift _writer;
    private readonly IReadOnlyList<IGroupWrite> _writes;
    private int _next;
    private int _threads;
    private int _isCalled;

    private Completions(IWriterShift writer, IReadOnlyList<IGroupWrite> writes, int from)
    {
        (_writer, _writes, _next) = (writer, writes, from - 1);
    }

    /// <summary>Whether this thread was made to run by a completion that others come after.</summary>
    internal static bool HasMore => _hasMore;

    /// <param name="writer">Who wrote them. A second thread rather writes what the first has made to go on than help it.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="from">The place of the first that is not completed.</param>
    internal static void Start(IWriterShift writer, IReadOnlyList<IGroupWrite> writes, int from)
    {
        if (from < writes.Count) new Completions(writer, writes, from).Call();
    }

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _isCalled, 0);
        Interlocked.Increment(ref _threads);
        if (CompleteAll()) Interlocked.Decrement(ref _threads);
        else _writer.TakeOver();
    }

    /// <returns>Whether all are completed; else this thread has left, to be the writer.</returns>
    private bool CompleteAll()
    {
        try
        {
            while (true)
            {
                if (_writer.IsCalled && TryLeave())
                {
                    // The one that stays may be held up.
                    Call();
                    return false;
                }
                var index = Interlocked.Increment(ref _next);
                if (index >= _writes.Count) return true;
                _hasMore = index + 1 < _writes.Count;
                if (_hasMore) Call();
                _writes[index].Complete();
            }
        }
        finally
        {
            _hasMore = false;
        }
    }

    /// <summary>The last thread stays.</summary>
    private bool TryLeave()
    {
        while (Volatile.Read(ref _threads) is > 1 and var threads)
        {
            if (Interlocked.CompareExchange(ref _threads, threads - 1, threads) == threads) return true;
        }
        return false;
    }

    private void Call()
    {
        if (Interlocked.Exchange(ref _isCalled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
