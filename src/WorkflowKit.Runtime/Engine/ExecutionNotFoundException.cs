namespace WorkflowKit;

/// <summary>There is no execution of this id, or none any more.</summary>
public sealed class ExecutionNotFoundException : WorkflowKitException
{
    internal ExecutionNotFoundException(string executionId) : base($"There is no execution '{executionId}'.") => ExecutionId = executionId;

    /// <summary>The id.</summary>
    public string ExecutionId { get; }
}
