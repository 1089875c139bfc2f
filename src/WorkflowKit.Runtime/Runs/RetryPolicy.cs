using System.ComponentModel;
using WorkflowKit.Definitions;

namespace WorkflowKit.Runs;

/// <summary>How a failing step is tried again, as compiled code carries it.</summary>
/// <param name="maxAttempts">All attempts, the first included; at least 1.</param>
/// <param name="delay">The pause before the second attempt.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetryPolicy(int maxAttempts, TimeSpan delay)
{
    /// <summary>All attempts, the first included; at least 1.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>The pause before the second attempt.</summary>
    public TimeSpan Delay { get; } = delay;

    /// <summary>How the pause grows.</summary>
    public RetryBackoff Backoff { get; init; }

    /// <summary>The longest pause; <see langword="null"/>: no limit.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Whether pauses are spread at random between half and all of their length.</summary>
    public bool Jitter { get; init; }

    /// <summary>The pause after a failed attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="random">A number from 0 to 1, used for jitter alone.</param>
    internal TimeSpan DelayAfter(int attempt, double random)
    {
        var factor = Backoff switch
        {
            RetryBackoff.Linear => attempt,
            RetryBackoff.Exponential => Math.Pow(2, attempt - 1),
            _ => 1d,
        };
        var limit = MaxDelay ?? LongestDelay;
        var ticks = Math.Min(Delay.Ticks * factor, Math.Min(limit.Ticks, LongestDelay.Ticks));
        return TimeSpan.FromTicks((long)(Jitter ? ticks * (0.5 + random / 2) : ticks));
    }

    // Growth without a limit would leave what a timestamp can hold.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(365);
}
