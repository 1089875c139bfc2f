using System.Globalization;

namespace WorkflowKit.Sample.Terminal;

/// <summary>One progress event as one line of plain text.</summary>
internal static class EventLine
{
    public static string? Of(ProgressEvent progress)
    {
        var text = progress switch
        {
            ExecutionStarted started => $"started {started.WorkflowId}, {started.TotalSteps} steps",
            StepStarted step => $"  > {step.Path}  {step.StepName}{(step.Attempt > 1 ? $" (attempt {step.Attempt})" : "")}",
            StepCompleted step => $"  + {step.Path}  {Json.Shorten(step.Output)}  {step.Duration.TotalMilliseconds:F0} ms",
            StepFailed { WillRetry: true } step => $"  ! {step.Path}  {step.Error.Message} It will be tried again.",
            StepFailed step => $"  x {step.Path}  {step.Error.Message}",
            StepSkipped step => $"  - {step.Path}  skipped ({step.Reason})",
            InputRequested step => $"  ? {step.Path}  {step.Title}",
            LogWritten log => $"    {log.Level}: {log.Message}",
            ExecutionPaused paused => $"paused ({paused.Reason})",
            ExecutionResumed resumed => $"resumed ({resumed.Reason})",
            ExecutionCompleted => "completed",
            ExecutionFailed failed => $"failed: {failed.Error.Message}",
            ExecutionCancelled => "cancelled",
            _ => null,
        };
        return text is null ? null : string.Create(CultureInfo.InvariantCulture, $"{progress.Timestamp:HH:mm:ss.fff} {text}");
    }
}
