using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>
/// Renews this host's lease while it has executions in hand. Without any it rests, once it has seen that the host still lives: others may have found it dead, and what
/// it had in hand was refused one by one. A dead name that is kept gets no work any more.
/// </summary>
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

    /// <summary>For how long this host may run what it has.</summary>
    private TimeSpan LeaseLeft => _core.Store.LeaseDuration - 2 * _interval - _core.Time.GetElapsedTime(Volatile.Read(ref _renewedAt));

    /// <exception cref="TimeoutException">The store did not answer while the lease lasts.</exception>
    private Task<bool> RenewAsync(string owner)
    {
        var renewal = _core.Store.RenewAsync(owner).AsTask();
        var left = LeaseLeft;
        return renewal.WaitAsync(left > _interval ? left : _interval, _core.Time);
    }

    private async Task BeatAsync()
    {
        var owner = _core.Owner;
        try
        {
            if (_core.CrashPoints is { } points) await points.PassAsync(CrashPoint.BeforeRenew, owner).ConfigureAwait(false);
            // From when on the lease is renewed is not known better than that it is not from before it was asked for.
            var askedAt = _core.Time.GetTimestamp();
            if (_core.HasLease && !await RenewAsync(owner).ConfigureAwait(false)) _core.LoseLease(owner);
            Volatile.Write(ref _renewedAt, askedAt);
        }
        catch (Exception error)
        {
            LogMessages.RenewFailed(_core.Logger, error, owner);
            // Before others may claim what it runs, this host has stopped running it.
            if (LeaseLeft <= TimeSpan.Zero) _core.LoseLease(owner);
            _timer.Change(_interval, Timeout.InfiniteTimeSpan);
            return;
        }
        if (_core.Actors.IsEmpty)
        {
            Volatile.Write(ref _renewedAt, Resting);
            // One that began in between saw the heartbeat armed.
            if (!_core.Actors.IsEmpty) Arm();
        }
        else _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }
}
