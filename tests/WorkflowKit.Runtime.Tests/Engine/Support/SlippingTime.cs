namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A clock that moves in the worst moment: after somebody has worked out how long to wait, and before the timer is set.</summary>
internal sealed class SlippingTime : VirtualTime
{
    /// <summary>Says of a wait how far the clock moves before its timer is set. It is asked until it says more than zero.</summary>
    internal Func<TimeSpan, TimeSpan>? Slip { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, base.CreateTimer(callback, state, dueTime, period));

    private sealed class Timer(SlippingTime time, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero && time.Slip is { } slip && slip(dueTime) is var moved && moved > TimeSpan.Zero)
            {
                time.Slip = null;
                time.Advance(moved);
            }
            return inner.Change(dueTime, period);
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
