using System.Runtime.CompilerServices;
using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>What one who watches sees: the log from a place on, then the live tail, joined by sequence.</summary>
internal sealed class ExecutionWatch(EngineCore core, string executionId)
{
    internal async IAsyncEnumerable<ProgressEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscription = new Subscription(core.Options.WatchBuffer);
        // Listening begins before the log is read, so nothing falls between the two.
        var feed = core.Feeds.Subscribe(executionId, subscription);
        try
        {
            core.Actors.Find(executionId)?.Attach(feed);
            var isKnown = false;
            var isBehind = true;
            while (true)
            {
                ProgressEvent? last = null;
                while (isBehind)
                {
                    var entries = await feed.Pages.ReadAsync(core.Store, after, cancellationToken).ConfigureAwait(false);
                    foreach (var entry in entries)
                    {
                        yield return last = entry;
                        after = entry.Sequence;
                    }
                    isBehind = entries.Length > 0 && SharedPages.IsEnd(after);
                }
                // Nothing to read is also how an execution looks that is none, or that has been seen to its end.
                if (last?.IsLast ?? !isKnown && await IsSeenAsync(after, cancellationToken).ConfigureAwait(false)) yield break;
                isKnown = true;

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
        var summary = await core.Store.FindSummaryAsync(executionId, cancellationToken).ConfigureAwait(false) ?? throw new ExecutionNotFoundException(executionId);
        if (!summary.Status.IsFinished()) return false;
        return (await core.Store.ReadAsync(executionId, after, 1, cancellationToken).OrUnavailable().ConfigureAwait(false)).Count == 0;
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
