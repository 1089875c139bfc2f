using Microsoft.Extensions.Logging;

namespace WorkflowKit.Runs;

/// <summary>What runs tell the host's own log. Event ids 1 to 19.</summary>
internal static partial class RunMessages
{
    [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} of step {StepId} at {Path} failed in execution {ExecutionId}")]
    internal static partial void AttemptFailed(this ILogger logger, Exception error, string stepId, string path, string executionId, int attempt);

    [LoggerMessage(4, LogLevel.Error, "Something that step {Path} of execution {ExecutionId} started threw, and nobody caught it")]
    internal static partial void Stray(this ILogger logger, Exception error, string path, string executionId);

    [LoggerMessage(3, LogLevel.Debug, "The run of execution {ExecutionId} ended with an exception")]
    internal static partial void RunFailed(this ILogger logger, Exception error, string executionId);

    [LoggerMessage(2, LogLevel.Information, "This host gives up its run of execution {ExecutionId}: its log takes nothing more from it")]
    internal static partial void RunAbandoned(this ILogger logger, Exception error, string executionId);
}
