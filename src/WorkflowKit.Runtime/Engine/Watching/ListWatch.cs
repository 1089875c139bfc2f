using System.Runtime.CompilerServices;

namespace WorkflowKit.Engine;

/// <summary>What one who watches a list sees. What has changed is read from the store, so that it is what a page would show.</summary>
internal sealed class ListWatch(EngineCore core, ExecutionQuery query)
{
    /// <summary>Changes come in bursts: an execution that is over at once is told of once.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const int Remembered = 2_000;

    private readonly Dictionary<string, (ExecutionStatus Status, DateTimeOffset? CompletedAt)> _told = new(StringComparer.Ordinal);

    internal async IAsyncEnumerable<ExecutionListChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscription = new ListSubscription();
        core.Lists.Subscribe(subscription);
        try
        {
            // Whoever reads the list now misses nothing of what comes after.
            yield return new ExecutionListChange(null);
            while (true)
            {
                await subscription.Something.WaitAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(Pause, core.Time, cancellationToken).ConfigureAwait(false);
                var (ids, isLost) = subscription.Take();
                if (isLost)
                {
                    _told.Clear();
                    yield return new ExecutionListChange(null);
                    continue;
                }
                var changed = query with { Ids = ids, Statuses = [], After = null, Limit = ExecutionQuery.MaxLimit };
                var page = await core.Store.QueryAsync(changed, cancellationToken).OrUnavailable().ConfigureAwait(false);
                for (var index = page.Items.Count - 1; index >= 0; index--)
                    if (IsNew(page.Items[index])) yield return new ExecutionListChange(page.Items[index]);
            }
        }
        finally
        {
            core.Lists.Unsubscribe(subscription);
        }
    }

    private bool IsNew(ExecutionSummary summary)
    {
        var state = (summary.Status, summary.CompletedAt);
        if (_told.TryGetValue(summary.Id, out var told) && told == state) return false;
        if (_told.Count >= Remembered) _told.Clear();
        _told[summary.Id] = state;
        return true;
    }
}
