using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Which executions a caller may know of. One that is another's is answered like one that never was.</summary>
internal static class ExecutionAccess
{
    /// <exception cref="ProblemException">There is none of this id that the caller may see.</exception>
    internal static async ValueTask<ExecutionRecord> FindAsync(this IExecutionEngine engine, string executionId, Caller caller, CancellationToken cancellationToken)
    {
        // No id of another form reaches a store.
        var record = Guid.TryParseExact(executionId, "D", out _) ? await engine.GetAsync(executionId, cancellationToken).ConfigureAwait(false) : null;
        return record is not null && caller.Sees(record.UserId) ? record : throw Unknown();
    }

    internal static ProblemException Unknown() => new(ProblemKinds.ExecutionNotFound, "There is no execution of this id, or none any more.");
}
