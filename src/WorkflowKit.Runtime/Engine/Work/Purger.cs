namespace WorkflowKit.Engine;

/// <summary>Removes executions whose retention is over, in small batches. It rests until the first execution has ended here.</summary>
internal sealed class Purger : IDisposable
{
    private readonly EngineCore _core;
    private readonly ITimer _timer;
    private int _armed;

    internal Purger(EngineCore core)
    {
        _core = core;
        _timer = core.Time.CreateTimer(static purger => _ = ((Purger)purger!).PurgeAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void Arm()
    {
        if (Volatile.Read(ref _armed) == 0 && Interlocked.Exchange(ref _armed, 1) == 0)
            _timer.Change(_core.Options.PurgeInterval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private async Task PurgeAsync()
    {
        try
        {
            var batch = _core.Options.PurgeBatch;
            int purged, total = 0;
            do total += purged = await _core.Store.PurgeAsync(batch).ConfigureAwait(false);
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
