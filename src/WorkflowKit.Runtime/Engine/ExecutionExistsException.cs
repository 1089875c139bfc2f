namespace WorkflowKit;

/// <summary>There is an execution of this id already. Nothing was imported.</summary>
public sealed class ExecutionExistsException : WorkflowKitException
{
    internal ExecutionExistsException(string executionId) : base($"There is an execution '{executionId}' already; it is left as it is.") => ExecutionId = executionId;

    /// <summary>The id.</summary>
    public string ExecutionId { get; }
}
