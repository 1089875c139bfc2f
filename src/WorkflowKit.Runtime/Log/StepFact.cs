namespace WorkflowKit.Log;

/// <summary>
/// That an attempt of a step has begun, or has completed the step: what nearly all of a log is made of. It becomes an event where somebody watches, or reads the log.
/// </summary>
internal readonly struct StepFact
{
    private const long Unfinished = -1;
    private readonly long _duration;

    /// <summary>An attempt has begun.</summary>
    internal StepFact(DateTimeOffset startedAt, StepInfo step, string path, int attempt, object? input)
        : this(startedAt.UtcTicks, step, path, attempt, input, Unfinished) { }

    /// <summary>An attempt has completed the step.</summary>
    internal StepFact(DateTimeOffset completedAt, StepInfo step, string path, int attempt, object? output, TimeSpan duration)
        : this(completedAt.UtcTicks, step, path, attempt, output, duration.Ticks) { }

    private StepFact(long ticks, StepInfo step, string path, int attempt, object? value, long duration)
    {
        Ticks = ticks;
        Step = step;
        Path = path;
        Attempt = attempt;
        Value = value;
        _duration = duration;
    }

    internal long Ticks { get; }

    internal StepInfo Step { get; }

    internal string Path { get; }

    internal int Attempt { get; }

    /// <summary>The input of one that has begun, the output of one that has completed.</summary>
    internal object? Value { get; }

    internal bool IsCompletion => _duration != Unfinished;

    internal TimeSpan Duration => new(_duration);

    /// <summary>The event, without its place in the log.</summary>
    internal ProgressEvent ToEvent()
    {
        var timestamp = new DateTimeOffset(new DateTime(Ticks, DateTimeKind.Utc));
        return IsCompletion ? new StepCompleted(timestamp, Step, Path, Attempt, Value, Duration) : new StepStarted(timestamp, Step, Path, Attempt, Value);
    }
}
