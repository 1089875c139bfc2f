namespace WorkflowKit.Runs;

/// <summary>Passed at each <see cref="CrashPoint"/>. A task that never ends is a host that died there.</summary>
internal interface ICrashPoints
{
    ValueTask PassAsync(CrashPoint point, string executionId);
}
