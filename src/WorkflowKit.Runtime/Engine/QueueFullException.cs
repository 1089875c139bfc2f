namespace WorkflowKit;

/// <summary>The host has as many executions waiting as it takes. Nothing was started; try again later.</summary>
public sealed class QueueFullException : WorkflowKitException
{
    internal QueueFullException(int limit, TimeSpan retryAfter) : base($"{limit} executions are waiting already; try again in {retryAfter.TotalSeconds:0} s.") =>
        (Limit, RetryAfter) = (limit, retryAfter);

    /// <summary>How many executions may wait.</summary>
    public int Limit { get; }

    /// <summary>After what time it makes sense to try again.</summary>
    public TimeSpan RetryAfter { get; }
}
