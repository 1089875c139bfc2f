using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Asks many executions for something: a page of them at a time, and tells what became of it at each.</summary>
internal sealed class BulkEndpoints(WorkflowKitHttpOptions options)
{
    private const int AtOnce = 8;

    private readonly RequestParameter<long?> _limit = Parameters.Number("limit", "How many are asked at most; left out: as many as a page may hold.", 1, options.MaxPageSize);

    private delegate Task Control(IExecutionEngine engine, string executionId, ControlOptions options, CancellationToken cancellationToken);

    internal void Map(RouteGroupBuilder group)
    {
        Map(
            group, "cancel", "cancelExecutions", "Asks executions to end, by a filter; where it names no status, those that have not ended.",
            [ExecutionStatus.Pending, ExecutionStatus.Running, ExecutionStatus.Paused], static (engine, id, control, token) => engine.CancelAsync(id, control, token));
        Map(
            group, "retry", "retryExecutions", "Lets failed executions go on from the steps that failed, by a filter.",
            [ExecutionStatus.Failed], static (engine, id, control, token) => engine.RetryAsync(id, control, token));
    }

    private void Map(RouteGroupBuilder group, string verb, string operationId, string summary, ExecutionStatus[] usual, Control control) =>
        group.MapPost($"/{verb}", (HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken) =>
                AskAsync(request, caller, engine, usual, control, cancellationToken))
            .Is(operationId, summary, "At least one filter must be given. Each execution is asked by itself, so some may take the request and others not.")
            .Reads([.. ExecutionQueries.Filters, PageParameters.After, _limit])
            .Takes(ExecutionJson.Default.ReasonRequest, isOptional: true);

    private async Task<JsonOk<BulkResult>> AskAsync(
        HttpRequest request, Caller caller, IExecutionEngine engine, ExecutionStatus[] usual, Control control, CancellationToken cancellationToken)
    {
        if (!ExecutionQueries.AreThere(request))
            throw new ProblemException(ProblemKinds.InvalidRequest, "Give at least one filter, such as workflow or status, so that nobody asks all executions by mistake.");
        var query = ExecutionQueries.Read(request, caller) with { After = PageParameters.After.Read(request), Limit = (int)(_limit.Read(request) ?? options.MaxPageSize) };
        if (query.Statuses.Count == 0) query = query with { Statuses = usual };
        var wanted = await JsonBody.ReadOrNoneAsync(request, ExecutionJson.Default.ReasonRequest).ConfigureAwait(false);
        var page = await engine.PageAsync(query, cancellationToken).ConfigureAwait(false);
        var by = new ControlOptions { By = caller.UserId, Reason = wanted?.Reason };

        var items = new BulkItem[page.Items.Count];
        var bounds = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Length, bounds, async (index, token) => items[index] = await AskAsync(page.Items[index].Id, token).ConfigureAwait(false)).ConfigureAwait(false);
        return new(new BulkResult(items, items.Count(static item => item.Accepted), page.Next), ExecutionJson.Default.BulkResult);

        async Task<BulkItem> AskAsync(string id, CancellationToken token)
        {
            try
            {
                await control(engine, id, by, token).ConfigureAwait(false);
                return new BulkItem(id, Accepted: true);
            }
            catch (WorkflowKitException error) when (ExceptionProblems.Of(error) is { Kind: { Status: < 500 } kind } problem)
            {
                return new BulkItem(id, Accepted: false, kind.Code, problem.Message);
            }
        }
    }
}
