using Microsoft.Extensions.Logging;

namespace WorkflowKit.Log;

/// <summary>How enumerations are spelled in JSON. Written out, so that renaming a C# member never changes what is stored.</summary>
internal static class LogNames
{
    internal static string Text(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Pending => "pending",
        ExecutionStatus.Running => "running",
        ExecutionStatus.Paused => "paused",
        ExecutionStatus.Completed => "completed",
        ExecutionStatus.Failed => "failed",
        ExecutionStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal static ExecutionStatus ToExecutionStatus(string text) => text switch
    {
        "pending" => ExecutionStatus.Pending,
        "running" => ExecutionStatus.Running,
        "paused" => ExecutionStatus.Paused,
        "completed" => ExecutionStatus.Completed,
        "failed" => ExecutionStatus.Failed,
        "cancelled" => ExecutionStatus.Cancelled,
        _ => throw new FormatException($"'{text}' is no status."),
    };

    internal static string Text(this StepStatus status) => status switch
    {
        StepStatus.Pending => "pending",
        StepStatus.Running => "running",
        StepStatus.Completed => "completed",
        StepStatus.Failed => "failed",
        StepStatus.Skipped => "skipped",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal static string Text(this ExecutionTrigger trigger) => trigger switch
    {
        ExecutionTrigger.Manual => "manual",
        ExecutionTrigger.Scheduled => "scheduled",
        ExecutionTrigger.Api => "api",
        ExecutionTrigger.Rerun => "rerun",
        ExecutionTrigger.Child => "child",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
    };

    internal static ExecutionTrigger ToExecutionTrigger(string text) => text switch
    {
        "manual" => ExecutionTrigger.Manual,
        "scheduled" => ExecutionTrigger.Scheduled,
        "api" => ExecutionTrigger.Api,
        "rerun" => ExecutionTrigger.Rerun,
        "child" => ExecutionTrigger.Child,
        _ => throw new FormatException($"'{text}' starts no execution."),
    };

    internal static string Text(this SkipReason reason) => reason switch
    {
        SkipReason.Condition => "condition",
        SkipReason.Branch => "branch",
        SkipReason.User => "user",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    internal static SkipReason ToSkipReason(string text) => text switch
    {
        "condition" => SkipReason.Condition,
        "branch" => SkipReason.Branch,
        "user" => SkipReason.User,
        _ => throw new FormatException($"'{text}' is no reason to skip."),
    };

    internal static string Text(this PauseReason reason) => reason switch
    {
        PauseReason.User => "user",
        PauseReason.Input => "input",
        PauseReason.Timer => "timer",
        PauseReason.Recovery => "recovery",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    internal static PauseReason ToPauseReason(string text) => text switch
    {
        "user" => PauseReason.User,
        "input" => PauseReason.Input,
        "timer" => PauseReason.Timer,
        "recovery" => PauseReason.Recovery,
        _ => throw new FormatException($"'{text}' is no reason to pause or resume."),
    };

    internal static string Text(this LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    internal static LogLevel ToLogLevel(string text) => text switch
    {
        "trace" => LogLevel.Trace,
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warning" => LogLevel.Warning,
        "error" => LogLevel.Error,
        "critical" => LogLevel.Critical,
        _ => throw new FormatException($"'{text}' is no log level."),
    };
}
