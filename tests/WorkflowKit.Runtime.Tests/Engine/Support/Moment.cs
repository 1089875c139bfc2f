using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>Does something at the moment when executions pass a point for a certain time; what it waits for holds the execution up.</summary>
internal sealed class Moment(CrashPoint at, Func<string, ValueTask> act, int time = 1) : ICrashPoints
{
    private int _passed;

    public ValueTask PassAsync(CrashPoint point, string executionId) =>
        point == at && Interlocked.Increment(ref _passed) == time ? act(executionId) : default;
}
