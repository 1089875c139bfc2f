namespace WorkflowKit;

/// <summary>Another host has claimed an execution, because this one did not renew its lease in time; this host writes nothing of it any more.</summary>
public sealed class ExecutionTakenOverException : WorkflowKitException
{
    /// <summary>Names the execution.</summary>
    /// <param name="executionId">The execution.</param>
    public ExecutionTakenOverException(string executionId) : base($"Execution {executionId} is run by another host by now.") => ExecutionId = executionId;

    /// <summary>The execution.</summary>
    public string ExecutionId { get; }
}
