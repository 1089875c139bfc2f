using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>Why an execution is not deleted; one reason for all stores.</summary>
internal static class Deletion
{
    /// <param name="executionId">The execution.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="isAtRest">Whether nobody has it in hand, and nothing that it was asked for waits.</param>
    internal static ExecutionStateException Refusal(string executionId, ExecutionStatus status, bool isAtRest) => new(executionId, status, !status.IsFinished()
        ? "be deleted before it has ended"
        : !isAtRest ? "be deleted while it is asked for something" : "be deleted before its parent has ended, which would start it anew");
}
