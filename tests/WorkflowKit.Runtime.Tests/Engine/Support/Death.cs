using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>The host dies where it is told to, or when a test says so: from then on nothing of it moves.</summary>
internal sealed class Death(Func<CrashPoint, bool> isHere) : ICrashPoints
{
    private volatile bool _isDead;

    internal Death() : this(static _ => false) { }

    /// <summary>When executions come to a point for a certain time.</summary>
    internal Death(CrashPoint at, int time = 1) : this(Nth(at, time)) { }

    internal TaskCompletionSource Died { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Kill()
    {
        _isDead = true;
        Died.TrySetResult();
        return new TaskCompletionSource().Task;
    }

    public ValueTask PassAsync(CrashPoint point, string executionId) => _isDead || isHere(point) ? new(Kill()) : default;

    private static Func<CrashPoint, bool> Nth(CrashPoint at, int time)
    {
        var passed = 0;
        return point => point == at && Interlocked.Increment(ref passed) == time;
    }
}
