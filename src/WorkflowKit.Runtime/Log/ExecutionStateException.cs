using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>An execution was asked for something that its status does not allow.</summary>
public sealed class ExecutionStateException : WorkflowKitException
{
    internal ExecutionStateException(string executionId, ExecutionStatus status, string wanted)
        : base($"Execution {executionId} is {status.Text()}: it cannot {wanted}.")
    {
        ExecutionId = executionId;
        Status = status;
    }

    /// <summary>The execution.</summary>
    public string ExecutionId { get; }

    /// <summary>Its status at the time.</summary>
    public ExecutionStatus Status { get; }
}
