using System.Runtime.CompilerServices;
using WorkflowKit.Log;

namespace WorkflowKit.Engine;

/// <summary>What one who watches sees: the log from a place on, then the live tail, joined by sequence.</summary>
internal sealed class ExecutionWatch(EngineCore core, string executionId)
{
    private const int Batch = 200;

    internal async IAsyncEnumerable<ProgressEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscription = new Subscription(core.Options.WatchBuffer);
        // Listening begins before the log is read, so nothing falls between the two.
        var feed = core.Feeds.Subscribe(executionId, subscription);
        try
        {
            core.Actors.Find(executionId)?.Attach(feed);
            var isOver = await IsSeenAsync(after, cancellationToken).ConfigureAwait(false);
            var isBehind = !isOver;
            while (!isOver)
            {
                while (isBehind)
                {
                    var entries = await core.Store.ReadAsync(executionId, after, Batch, cancellationToken).OrUnavailable().ConfigureAwait(false);
                    foreach (var entry in entries)
                    {
                        yield return entry;
                        after = entry.Sequence;
                    }
                    isBehind = entries.Count == Batch;
                    if (isBehind || entries.Count == 0 || !entries[^1].IsLast) continue;
                    isOver = true;
                }
                if (isOver) yield break;

                isBehind = await IsTimeToLookAsync(subscription, cancellationToken).ConfigureAwait(false);
                while (!isBehind && subscription.Events.TryRead(out var live))
                {
                    if (live.IsLiveOnly)
                    {
                        if (live.Sequence >= after) yield return live;
                    }
                    else if (live.Sequence == after + 1)
                    {
                        yield return live;
                        after = live.Sequence;
                        if (live.IsLast) yield break;
                    }
                    else if (live.Sequence > after)
                    {
                        isBehind = true;
                    }
                    else if (live.IsLast && await IsSeenAsync(after, cancellationToken).ConfigureAwait(false))
                    {
                        // It was asked for what comes after a place that the log never had.
                        yield break;
                    }
                }
                isBehind |= subscription.HasLagged();
            }
        }
        finally
        {
            core.Feeds.Unsubscribe(feed, subscription);
        }
    }

    /// <summary>Only a log that has ended can have been seen to its end.</summary>
    private async ValueTask<bool> IsSeenAsync(long after, CancellationToken cancellationToken)
    {
        var record = await core.Store.FindAsync(executionId, cancellationToken).OrUnavailable().ConfigureAwait(false) ?? throw new ExecutionNotFoundException(executionId);
        return record.Status.IsFinished() && after >= record.LastSequence;
    }

    /// <summary>Waits for an event, or for the time to look: what another process runs is seen in the log alone.</summary>
    private async ValueTask<bool> IsTimeToLookAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var next = subscription.Events.WaitToReadAsync(cancellationToken);
        if (next.IsCompleted || !core.Store.IsShared)
        {
            await next.ConfigureAwait(false);
            return false;
        }
        try
        {
            await next.AsTask().WaitAsync(EngineCore.LookInterval, core.Time, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (TimeoutException)
        {
            return core.Actors.Find(executionId) is null;
        }
    }
}
