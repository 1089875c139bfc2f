namespace WorkflowKit;

/// <summary>What those are told who show a list of executions.</summary>
/// <param name="Execution">An execution that is new, or whose status has changed, as it stands; <see langword="null"/>: the list is to be read anew.</param>
public readonly record struct ExecutionListChange(ExecutionSummary? Execution)
{
    /// <summary>Whether the list is to be read anew: at the beginning, and when more has changed than was kept.</summary>
    public bool IsReset => Execution is null;
}
