using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>Renews this host's lease while it has executions in hand; without any it rests.</summary>
internal sealed class Heartbeat : IDisposable
{
    private const int BeatsPerLease = 6;
    private const long Resting = long.MinValue;

    private readonly EngineCore _core;
    private readonly ITimer _timer;
    private readonly TimeSpan _interval;
    private long _renewedAt = Resting;

    internal Heartbeat(EngineCore core)
    {
        _core = core;
        _interval = core.Store.LeaseDuration / BeatsPerLease;
        _timer = core.Time.CreateTimer(static beat => _ = ((Heartbeat)beat!).BeatAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long ago the lease was renewed; <see langword="null"/>: nothing is in hand, so it need not be.</summary>
    internal TimeSpan? SinceRenewal => Volatile.Read(ref _renewedAt) is var renewedAt and not Resting ? _core.Time.GetElapsedTime(renewedAt) : null;

    internal void Arm()
    {
        if (Volatile.Read(ref _renewedAt) != Resting || Interlocked.CompareExchange(ref _renewedAt, _core.Time.GetTimestamp(), Resting) != Resting) return;
        _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private async Task BeatAsync()
    {
        if (_core.Actors.IsEmpty)
        {
            Volatile.Write(ref _renewedAt, Resting);
            // One that began in between saw the heartbeat armed.
            if (!_core.Actors.IsEmpty) Arm();
            return;
        }
        try
        {
            if (_core.CrashPoints is { } points) await points.PassAsync(CrashPoint.BeforeRenew, _core.Owner).ConfigureAwait(false);
            if (_core.HasLease && !await _core.Store.RenewAsync(_core.Owner).ConfigureAwait(false)) _core.LoseLease();
            Volatile.Write(ref _renewedAt, _core.Time.GetTimestamp());
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
