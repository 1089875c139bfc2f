namespace WorkflowKit.Log;

/// <summary>Every legal change of an execution's status. A change that is not here does not happen.</summary>
internal static class ExecutionStatusTable
{
    internal static bool Allows(ExecutionStatus from, ExecutionStatus to) => from switch
    {
        ExecutionStatus.Pending => to is ExecutionStatus.Running or ExecutionStatus.Paused or ExecutionStatus.Failed or ExecutionStatus.Cancelled,
        ExecutionStatus.Running => to is ExecutionStatus.Paused or ExecutionStatus.Completed or ExecutionStatus.Failed or ExecutionStatus.Cancelled,
        // Whatever goes on takes its turn in the queue like everything else.
        ExecutionStatus.Paused => to is ExecutionStatus.Pending or ExecutionStatus.Running or ExecutionStatus.Failed or ExecutionStatus.Cancelled,
        ExecutionStatus.Failed => to is ExecutionStatus.Pending or ExecutionStatus.Running,
        ExecutionStatus.Completed or ExecutionStatus.Cancelled => false,
        _ => false,
    };

    internal static bool IsFinished(this ExecutionStatus status) =>
        status is ExecutionStatus.Completed or ExecutionStatus.Failed or ExecutionStatus.Cancelled;

    /// <exception cref="ExecutionStateException">The change is not legal.</exception>
    internal static void Demand(string executionId, ExecutionStatus from, ExecutionStatus to)
    {
        if (!Allows(from, to)) throw new ExecutionStateException(executionId, from, $"become {to.Text()}");
    }
}
