namespace WorkflowKit.Tests.Shared;

/// <summary>
/// A clock that stands still until a test moves it. Each move calls all timers that are due by then before it returns, however many threads
/// set timers meanwhile; a timer that is set to now is called on the pool, as the system's are.
/// </summary>
internal class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _armed = [];
    private DateTimeOffset _now;
    private int _calls;

    internal VirtualTime(DateTimeOffset? start = null) => _now = start ?? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether no timer is being called.</summary>
    internal bool IsQuiet => Volatile.Read(ref _calls) == 0;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("Nothing here repeats.");
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Advance(TimeSpan span)
    {
        lock (_gate) _now += span;
        while (TakeDue() is { } timer) Call(timer);
    }

    /// <summary>Moves to the moment that the next timer is set to.</summary>
    /// <returns>Whether one is set: where none is, time alone changes nothing.</returns>
    internal bool AdvanceToNextTimer()
    {
        TimeSpan rest;
        lock (_gate)
        {
            if (_armed.Count == 0) return false;
            rest = _armed.Min(static timer => timer.DueAt) - _now;
        }
        Advance(rest);
        return true;
    }

    private Timer? TakeDue()
    {
        lock (_gate)
        {
            var due = _armed.Where(timer => timer.DueAt <= _now).MinBy(static timer => timer.DueAt);
            if (due is null) return null;
            _armed.Remove(due);
            Interlocked.Increment(ref _calls);
            return due;
        }
    }

    private void Call(Timer timer)
    {
        try
        {
            timer.Call();
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    private void Arm(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            if (dueTime > TimeSpan.Zero)
            {
                timer.DueAt = _now + dueTime;
                _armed.Add(timer);
                return;
            }
            Interlocked.Increment(ref _calls);
        }
        ThreadPool.UnsafeQueueUserWorkItem(Call, timer, preferLocal: false);
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _isDisposed;

        internal DateTimeOffset DueAt { get; set; }

        internal void Call()
        {
            if (!_isDisposed) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_isDisposed) return false;
            time.Arm(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            _isDisposed = true;
            time.Arm(this, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
