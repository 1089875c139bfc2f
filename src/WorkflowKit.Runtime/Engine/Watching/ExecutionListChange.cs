namespace WorkflowKit;

/// <summary>What those are told who show a list of executions.</summary>
/// <param name="Execution">An execution that is new, or whose status has changed, as it stands.</param>
/// <param name="RemovedId">The id of an execution that was deleted or purged.</param>
public readonly record struct ExecutionListChange(ExecutionSummary? Execution, string? RemovedId = null)
{
    /// <summary>Whether the list is to be read anew, which is where there is neither: at the beginning, and when more has changed than was kept.</summary>
    public bool IsReset => Execution is null && RemovedId is null;
}
