using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>Takes up executions that are due: whose time has come, whose host is gone, whom somebody asked for something. One timer stands for all of them.</summary>
internal sealed class WorkPump : IDisposable
{
    internal static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private const int Batch = 100;
    private const int AtOnce = 16;

    private readonly EngineCore _core;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private DateTimeOffset? _armedFor;
    private int _pumps;
    private int _takenUp;
    private volatile bool _isStarved;

    internal WorkPump(EngineCore core)
    {
        _core = core;
        _timer = core.Time.CreateTimer(static pump => ((WorkPump)pump!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal bool IsAtWork => Volatile.Read(ref _pumps) > 0;

    /// <summary>Something is due at a time.</summary>
    internal void Arm(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_core.IsStopping || _armedFor <= at) return;
            _armedFor = at;
            _timer.SetTo(_core.Time, at);
        }
    }

    /// <summary>An execution was let go of because the store failed; a new try comes by itself.</summary>
    internal void TryAgainLater(string executionId)
    {
        if (_core.IsStopping) return;
        _ = AfterAPauseAsync();

        async Task AfterAPauseAsync()
        {
            await Task.Delay(PauseAfterFailure, _core.Time).ConfigureAwait(false);
            if (!_core.IsStopping) _core.Waker.WakeSoon(executionId);
        }
    }

    /// <summary>An execution was taken up that ran on a host that is gone; whoever keeps this host is told how many those were, with the look that is under way or the next.</summary>
    internal void TookUp() => Interlocked.Increment(ref _takenUp);

    /// <summary>There is room again.</summary>
    internal void OnRoom()
    {
        if (_isStarved) Pump();
    }

    /// <summary>Looks for due work now.</summary>
    internal void Pump()
    {
        if (Interlocked.Increment(ref _pumps) == 1) _ = PumpAsync();
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        lock (_gate)
        {
            if (_armedFor is { } at && _core.Time.GetUtcNow() < at)
            {
                _timer.SetTo(_core.Time, at);
                return;
            }
            _armedFor = null;
        }
        Pump();
    }

    private async Task PumpAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _pumps);
            try
            {
                await TakeDueWorkAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                LogMessages.PumpFailed(_core.Logger, error, PauseAfterFailure);
                Arm(_core.Time.GetUtcNow() + PauseAfterFailure);
            }
            if (Interlocked.Exchange(ref _takenUp, 0) is > 0 and var takenUp) LogMessages.TookUp(_core.Logger, takenUp);
        }
        while (Interlocked.CompareExchange(ref _pumps, 0, seen) != seen);
    }

    private async ValueTask TakeDueWorkAsync()
    {
        await _core.Unserved.TryAgainAsync().ConfigureAwait(false);
        while (!_core.IsStopping)
        {
            var room = Math.Min(_core.Desk.Free, Batch);
            _isStarved = room == 0;
            // A place that became free meanwhile went unnoticed.
            if (_isStarved && _core.Desk.Free > 0) continue;
            var due = await _core.Store.FindDueAsync(_core.Owner, room, _core.Unserved.Hashes).ConfigureAwait(false);
            var taken = await WakeAsync(due.Ids).ConfigureAwait(false);
            if (due.Ids.Count == room && taken > 0) continue;
            // Another host was quicker; should it die with what it took, this one has to know when.
            if (taken < due.Ids.Count) due = await _core.Store.FindDueAsync(_core.Owner, 0).ConfigureAwait(false);
            if (due.NextAt is { } next) Arm(next);
            if (_core.Unserved.NextTry is { } nextTry) Arm(nextTry);
            return;
        }
    }

    /// <summary>Wakes them in their order, a few at a time: a store that commits claims together takes little longer for all of them than for one.</summary>
    /// <returns>How many have a turn.</returns>
    private async ValueTask<int> WakeAsync(IReadOnlyList<string> executionIds)
    {
        var taken = 0;
        var underWay = new Queue<Task<bool>>(AtOnce);
        try
        {
            foreach (var executionId in executionIds)
            {
                if (_core.CrashPoints is { } points) await points.PassAsync(CrashPoint.TimerFound, executionId).ConfigureAwait(false);
                if (underWay.Count == AtOnce && await underWay.Dequeue().ConfigureAwait(false)) taken++;
                underWay.Enqueue(TryWakeAsync(executionId));
            }
            while (underWay.TryDequeue(out var waking))
            {
                if (await waking.ConfigureAwait(false)) taken++;
            }
            return taken;
        }
        finally
        {
            // After a failure nobody counts them, but the pump is not to begin again beside them.
            foreach (var waking in underWay) await ((Task)waking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One that cannot be read must not hold up the others.</summary>
    private async Task<bool> TryWakeAsync(string executionId)
    {
        try
        {
            return await _core.Waker.WakeAsync(executionId).ConfigureAwait(false);
        }
        catch (ExecutionCorruptException error)
        {
            LogMessages.Unreadable(_core.Logger, error, executionId);
            return false;
        }
    }
}
