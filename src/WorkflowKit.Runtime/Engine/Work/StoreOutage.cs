using Microsoft.Extensions.Logging;

namespace WorkflowKit.Engine;

/// <summary>Holds a run up while its store fails, and tries again with growing pauses; nothing goes on that is not stored.</summary>
internal sealed class StoreOutage(TimeProvider time, ILogger logger, TimeSpan limit)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

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
                LogMessages.StoreFailed(logger, error, pause);
            }
            await Task.Delay(pause, time).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            EngineTelemetry.Retried();
            attempt = again(state);
        }
    }
}
