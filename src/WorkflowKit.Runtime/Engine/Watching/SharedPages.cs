using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>
/// Reads the log of one execution for all who watch it: what several want at about the same time is read once, and its events are the same objects for all. It
/// keeps alive nothing that nobody reads.
/// </summary>
internal sealed class SharedPages(string executionId)
{
    private const int PageSize = 200;
    private const int Few = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, WeakReference<ProgressEvent[]>> _pages = [];

    /// <summary>Whether a place is where a page ends, so that more may follow on the next.</summary>
    internal static bool IsEnd(long place) => place % PageSize == 0;

    /// <summary>The entries after a place, to the end of its page or of the log.</summary>
    internal async ValueTask<ProgressEvent[]> ReadAsync(IExecutionStore store, long after, CancellationToken cancellationToken)
    {
        if (Find(after) is { } known) return known;
        var most = PageSize - (int)(after % PageSize);
        ProgressEvent[] read = [.. await store.ReadAsync(executionId, after, most, cancellationToken).OrUnavailable().ConfigureAwait(false)];
        // Only what nothing is ever added to is the same for those who read later; a failed execution may be retried.
        if (read.Length == most || read is [.., ExecutionCompleted or ExecutionCancelled]) Keep(after, read);
        return read;
    }

    private ProgressEvent[]? Find(long after)
    {
        lock (_gate) return _pages.TryGetValue(after, out var page) && page.TryGetTarget(out var entries) ? entries : null;
    }

    private void Keep(long after, ProgressEvent[] page)
    {
        lock (_gate)
        {
            if (_pages.Count >= Few)
            {
                foreach (var (place, old) in _pages)
                    if (!old.TryGetTarget(out _)) _pages.Remove(place);
            }
            _pages[after] = new(page);
        }
    }
}
