namespace WorkflowKit;

/// <summary>What came of running a recorded execution through a workflow's current version. Nothing was done: no step ran, nothing was written.</summary>
/// <param name="ExecutionId">The execution.</param>
/// <param name="WorkflowId">Its workflow.</param>
/// <param name="RecordedHash">The version that made the log.</param>
/// <param name="CurrentHash">The version that it was held against.</param>
/// <param name="Difference">Where the two part first; <see langword="null"/>: they agree to the end of the log.</param>
public sealed record ReplayReport(string ExecutionId, string WorkflowId, string RecordedHash, string CurrentHash, ReplayDifference? Difference)
{
    /// <summary>Whether the current version does what the log says: the same steps in the same order, with values that it can read, and the same end.</summary>
    public bool Agrees => Difference is null;
}
