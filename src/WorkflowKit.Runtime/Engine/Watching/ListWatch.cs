using System.Runtime.CompilerServices;
using WorkflowKit.Stores;

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
        var subscription = new ListSubscription(query);
        try
        {
            await core.Lists.SubscribeAsync(subscription, cancellationToken).ConfigureAwait(false);
            // Whoever reads the list now misses nothing of what comes after.
            yield return new ExecutionListChange(null);
            while (true)
            {
                await subscription.Something.WaitAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(Pause, core.Time, cancellationToken).ConfigureAwait(false);
                var (changed, removed, isLost) = subscription.Take();
                if (isLost)
                {
                    _told.Clear();
                    yield return new ExecutionListChange(null);
                    continue;
                }
                var gone = removed.ToHashSet(StringComparer.Ordinal);
                // One that is there again was imported since.
                gone.ExceptWith((await FindAsync(removed, cancellationToken).ConfigureAwait(false)).Select(static summary => summary.Id));
                foreach (var id in removed) _told.Remove(id);
                foreach (var id in gone) yield return new ExecutionListChange(null, id);
                var found = await FindAsync(changed, cancellationToken).ConfigureAwait(false);
                for (var index = found.Count - 1; index >= 0; index--)
                    if (IsNew(found[index])) yield return new ExecutionListChange(found[index]);
            }
        }
        finally
        {
            core.Lists.Unsubscribe(subscription);
        }
    }

    private async ValueTask<IReadOnlyList<ExecutionSummary>> FindAsync(string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return [];
        var those = query with { Ids = ids, Statuses = [], After = null, Limit = ExecutionQuery.MaxLimit };
        return (await core.Store.QueryAsync(those, cancellationToken).OrUnavailable().ConfigureAwait(false)).Items;
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
