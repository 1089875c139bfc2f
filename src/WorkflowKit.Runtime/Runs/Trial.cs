namespace WorkflowKit.Runs;

/// <summary>An attempt that has begun.</summary>
internal readonly struct Trial<TOutput>(StepAttempt context, ValueTask<TOutput> pending)
{
    internal StepAttempt Context { get; } = context;

    internal ValueTask<TOutput> Pending { get; } = pending;
}
