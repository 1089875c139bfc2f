using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>Renews this host's lease while it has executions in hand; without any it rests.</summary>
internal sealed class Heartbeat : IDisposable
{
    private const int BeatsPerLease = 6;

    private readonly EngineCore _core;
    private readonly ITimer _timer;
    private readonly TimeSpan _interval;
    private long _renewedAt;
    private int _armed;

    internal Heartbeat(EngineCore core)
    {
        _core = core;
        _interval = core.Store.LeaseDuration / BeatsPerLease;
        _timer = core.Time.CreateTimer(static beat => _ = ((Heartbeat)beat!).BeatAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void Arm()
    {
        if (Volatile.Read(ref _armed) == 1 || Interlocked.Exchange(ref _armed, 1) == 1) return;
        _renewedAt = _core.Time.GetTimestamp();
        _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private async Task BeatAsync()
    {
        if (_core.Actors.IsEmpty)
        {
            Volatile.Write(ref _armed, 0);
            // One that began in between saw the heartbeat armed.
            if (!_core.Actors.IsEmpty) Arm();
            return;
        }
        try
        {
            if (_core.CrashPoints is { } points) await points.PassAsync(CrashPoint.BeforeRenew, _core.Owner).ConfigureAwait(false);
            if (!await _core.Store.RenewAsync(_core.Owner).ConfigureAwait(false)) _core.LoseLease();
            _renewedAt = _core.Time.GetTimestamp();
        }
        catch (Exception error)
        {
            LogMessages.RenewFailed(_core.Logger, error, _core.Owner);
            // Before others may claim what it runs, this host has stopped running it.
            if (_core.Time.GetElapsedTime(_renewedAt) >= _core.Store.LeaseDuration - 2 * _interval) _core.LoseLease();
        }
        finally
        {
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
        }
    }
}
