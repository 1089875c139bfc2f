namespace WorkflowKit;

/// <summary>How many executions there are, by the day on which they were created and by status.</summary>
/// <param name="Days">The counts, the latest day first; what is 0 is left out.</param>
public sealed record ExecutionCounts(IReadOnlyList<DailyCount> Days)
{
    /// <summary>All of them.</summary>
    public long Total => Days.Sum(static day => day.Count);

    /// <summary>How many have a status.</summary>
    /// <param name="status">The status.</param>
    public long Of(ExecutionStatus status) => Days.Where(day => day.Status == status).Sum(static day => day.Count);
}
