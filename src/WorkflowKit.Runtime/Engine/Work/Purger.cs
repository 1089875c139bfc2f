namespace WorkflowKit.Engine;

/// <summary>Removes executions whose retention is over, in small batches. It rests until the host has begun over a store that outlives hosts, or the first execution has ended here.</summary>
internal sealed class Purger : IDisposable
{
    // What a host does first is more urgent.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);

    private readonly EngineCore _core;
    private readonly ITimer _timer;
    private int _armed;

    internal Purger(EngineCore core)
    {
        _core = core;
        _timer = core.Time.CreateTimer(static purger => _ = ((Purger)purger!).PurgeAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The host has begun: there may be executions of others, and of its earlier lives.</summary>
    internal void Begin() => Arm(_core.Options.PurgeInterval < FirstDelay ? _core.Options.PurgeInterval : FirstDelay);

    /// <summary>There is an execution that is to be purged some day.</summary>
    internal void Arm() => Arm(_core.Options.PurgeInterval);

    public void Dispose() => _timer.Dispose();

    private void Arm(TimeSpan delay)
    {
        if (Volatile.Read(ref _armed) == 0 && Interlocked.Exchange(ref _armed, 1) == 0) _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private async Task PurgeAsync()
    {
        try
        {
            var batch = _core.Options.PurgeBatch;
            int purged, total = 0;
            do
            {
                total += purged = await _core.Store.PurgeAsync(batch).ConfigureAwait(false);
                if (purged > 0) _core.Lists.Removed();
            }
            while (purged == batch && !_core.IsStopping);
            if (total > 0) LogMessages.Purged(_core.Logger, total);
        }
        catch (Exception error)
        {
            LogMessages.PurgeFailed(_core.Logger, error);
        }
        finally
        {
            _timer.Change(_core.Options.PurgeInterval, Timeout.InfiniteTimeSpan);
        }
    }
}
