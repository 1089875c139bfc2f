namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A clock that moves on by a millisecond with each look at it, so that two looks never show the same.</summary>
internal sealed class TickingTime : VirtualTime
{
    private int _looks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromMilliseconds(Interlocked.Increment(ref _looks));
}
