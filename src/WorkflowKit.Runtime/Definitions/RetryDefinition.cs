namespace WorkflowKit.Definitions;

/// <summary>How often and how fast a failing step is tried again.</summary>
/// <param name="MaxAttempts">All attempts, the first included; at least 1.</param>
/// <param name="Delay">The pause before the second attempt.</param>
/// <param name="Backoff">How the pause grows.</param>
/// <param name="MaxDelay">The longest pause; <see langword="null"/>: no limit.</param>
/// <param name="Jitter">Whether pauses are spread at random, so that many runs do not come back at one moment.</param>
public sealed record RetryDefinition(int MaxAttempts, TimeSpan Delay, RetryBackoff Backoff, TimeSpan? MaxDelay, bool Jitter)
{
    /// <summary>Where it stands.</summary>
    public required SourceValue Source { get; init; }
}
