namespace WorkflowKit.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Each move calls all timers that are due by then before it returns, the earliest first, however
/// many threads set timers meanwhile; a timer that is set to now is called on the pool, as the system's are. Safe to use from several threads.
/// </summary>
public class VirtualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _armed = [];
    private DateTimeOffset _now;
    private int _calls;

    /// <summary>A clock that stands at a moment.</summary>
    /// <param name="start">The moment; default 2026-01-01, midnight UTC.</param>
    public VirtualTime(DateTimeOffset? start = null) => _now = start ?? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether no timer is being called.</summary>
    internal bool IsQuiet => Volatile.Read(ref _calls) == 0;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and calls the timers that are due then; a timer that repeats is called once for each time it is due.</summary>
    /// <param name="span">How far; zero calls what is due already.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative: time does not go back.</exception>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        lock (_gate) _now += span;
        while (TakeDue() is { } timer) Call(timer);
    }

    /// <summary>Moves to the moment that the next timer is set to.</summary>
    /// <returns>Whether one is set: where none is, time alone changes nothing.</returns>
    internal bool AdvanceToNextTimer()
    {
        if (NextTimerAt is not { } next) return false;
        var rest = next - GetUtcNow();
        Advance(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        return true;
    }

    /// <summary>The moment that the next timer is set to; <see langword="null"/>: none is.</summary>
    internal DateTimeOffset? NextTimerAt
    {
        get
        {
            lock (_gate) return _armed.Count == 0 ? null : _armed.Min(static timer => timer.DueAt);
        }
    }

    private Timer? TakeDue()
    {
        lock (_gate)
        {
            var due = _armed.Where(timer => timer.DueAt <= _now).MinBy(static timer => timer.DueAt);
            if (due is null) return null;
            if (due.Period > TimeSpan.Zero) due.DueAt += due.Period;
            else _armed.Remove(due);
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

    private void Arm(Timer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.Period = period;
            timer.DueAt = _now + (dueTime > TimeSpan.Zero ? dueTime : period);
            if (dueTime > TimeSpan.Zero || period > TimeSpan.Zero) _armed.Add(timer);
            if (dueTime > TimeSpan.Zero) return;
            Interlocked.Increment(ref _calls);
        }
        ThreadPool.UnsafeQueueUserWorkItem(Call, timer, preferLocal: false);
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _isDisposed;

        internal DateTimeOffset DueAt { get; set; }

        internal TimeSpan Period { get; set; }

        internal void Call()
        {
            if (!_isDisposed) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_isDisposed) return false;
            time.Arm(this, dueTime, period);
            return true;
        }

        public void Dispose()
        {
            _isDisposed = true;
            time.Arm(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
