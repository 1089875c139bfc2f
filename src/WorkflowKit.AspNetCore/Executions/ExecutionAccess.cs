using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Which executions a caller may know of. One that is another's is answered like one that never was.</summary>
internal static class ExecutionAccess
{
    /// <summary>An execution with its log.</summary>
    /// <exception cref="ProblemException">There is none of this id that the caller may see.</exception>
    internal static async ValueTask<ExecutionRecord> FindAsync(this IExecutionEngine engine, string executionId, Caller caller, CancellationToken cancellationToken)
    {
        var record = IsId(executionId) ? await engine.GetAsync(executionId, cancellationToken).ConfigureAwait(false) : null;
        return record is not null && caller.Sees(record.UserId) ? record : throw Unknown();
    }

    /// <summary>An execution without its log, which may be long.</summary>
    /// <exception cref="ProblemException">There is none of this id that the caller may see.</exception>
    internal static async ValueTask<ExecutionSummary> DemandAsync(this IExecutionEngine engine, string executionId, Caller caller, CancellationToken cancellationToken)
    {
        if (!IsId(executionId)) throw Unknown();
        var page = await engine.QueryAsync(ExecutionQueries.Of(caller) with { Ids = [executionId], Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return page.Items is [var summary] ? summary : throw Unknown();
    }

    /// <summary>No id of another form reaches a store.</summary>
    internal static bool IsId(string executionId) => Guid.TryParseExact(executionId, "D", out _);

    private static ProblemException Unknown() => new(ProblemKinds.ExecutionNotFound, "There is no execution of this id, or none any more.");
}
