using Microsoft.Extensions.Logging;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Holds a run up while its store fails, and tries again with growing pauses; nothing goes on that is not stored.</summary>
/// <param name="store">What fails, for the log.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The host's log.</param>
/// <param name="limit">For how long at most.</param>
internal sealed class StoreOutage(IExecutionStore store, TimeProvider time, ILogger logger, TimeSpan limit)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private DateTimeOffset _quietUntil;

    /// <param name="first">The first try, under way.</param>
    /// <param name="state">What to try with.</param>
    /// <param name="again">Tries again; trying what was stored already changes nothing.</param>
    /// <exception cref="StoreUnavailableException">The store did not come back in time.</exception>
    internal async ValueTask PersistAsync<TState>(ValueTask first, TState state, Func<TState, ValueTask> again)
    {
        var since = time.GetTimestamp();
        var pause = FirstPause;
        var attempt = first;
        while (true)
        {
            try
            {
                await attempt.ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (error is not WorkflowKitException)
            {
                if (time.GetElapsedTime(since) >= limit) throw new StoreUnavailableException(error);
                if (IsNews(pause)) LogMessages.StoreFailed(logger, error, store.ToString(), pause);
            }
            await Task.Delay(pause, time).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            EngineTelemetry.Retried();
            attempt = again(state);
        }
    }

    /// <summary>
    /// Whether the host's log has nothing of the outage yet during this pause. A run and the late commit of what it began meet the same failure of one write, and so do all
    /// other runs.
    /// </summary>
    private bool IsNews(TimeSpan pause)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (now < _quietUntil) return false;
            _quietUntil = now + pause;
            return true;
        }
    }
}
