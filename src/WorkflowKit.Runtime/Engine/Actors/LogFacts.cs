namespace WorkflowKit.Engine;

/// <summary>What controls need to know of a log.</summary>
internal static class LogFacts
{
    internal static PauseReason? LastPause(IReadOnlyList<ProgressEvent> log) => Last<ExecutionPaused>(log)?.Reason;

    internal static bool HasStarted(IReadOnlyList<ProgressEvent> log) => log.Any(entry => entry is ExecutionStarted);

    /// <summary>The last entry of a kind; with a path, of the step there.</summary>
    internal static TEvent? Last<TEvent>(IReadOnlyList<ProgressEvent> log, string? path = null) where TEvent : ProgressEvent
    {
        for (var index = log.Count - 1; index >= 0; index--)
            if (log[index] is TEvent found && (path is null || (found as StepEvent)?.Path == path)) return found;
        return null;
    }

    /// <summary>The request that the step at a path waits for an answer to; not once its time is over, when the steps for that may have begun.</summary>
    internal static InputRequested? OpenRequest(IReadOnlyList<ProgressEvent> log, string path, DateTimeOffset now) =>
        LastOf(log, path) is InputRequested request && !(request.DueAt <= now) ? request : null;

    /// <summary>Whether the step at a path waits for a person, a time, a child or its next attempt.</summary>
    internal static bool IsWaiting(IReadOnlyList<ProgressEvent> log, string path, DateTimeOffset now) => LastOf(log, path) switch
    {
        InputRequested => OpenRequest(log, path, now) is not null,
        StepFailed failed => failed.WillRetry,
        StepStarted started => started.Step.Type is "wait" or "workflow",
        _ => false,
    };

    /// <summary>Whether the step at a path failed and is to run again.</summary>
    internal static bool IsVoided(IReadOnlyList<ProgressEvent> log, string path) =>
        LastOf(log, path) is StepFailed { WillRetry: false } failed
            && log.Any(entry => entry is ExecutionResumed resumed && resumed.Sequence > failed.Sequence && resumed.Voided.Contains(path));

    internal static bool HasFailed(IReadOnlyList<ProgressEvent> log, string path) => LastOf(log, path) is StepFailed { WillRetry: false };

    private static StepEvent? LastOf(IReadOnlyList<ProgressEvent> log, string path) => Last<StepEvent>(log, path);
}
