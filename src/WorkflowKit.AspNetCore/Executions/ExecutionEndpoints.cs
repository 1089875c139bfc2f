using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.Definitions;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Starts, lists and shows executions.</summary>
internal static class ExecutionEndpoints
{
    private static readonly RequestParameter<string> After = Parameters.Text("after", "Where the page before ended: its `next`.");

    internal static void Map(RouteGroupBuilder root, WorkflowKitHttpOptions options)
    {
        var limit = Parameters.Number("limit", "How many at most.", 1, options.MaxPageSize);
        var group = root.MapGroup("/executions", "Executions", ExecutionJson.Default);

        group.MapPost("/", StartAsync)
            .Is("startExecution", "Starts a workflow.")
            .Takes(ExecutionJson.Default.StartRequest)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.InvalidInputs, ProblemKinds.QueueFull);
        group.MapGet("/", (HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken) =>
                ListAsync(request, limit, caller, engine, cancellationToken))
            .Is("listExecutions", "Lists executions, the newest first.")
            .Reads([.. ExecutionQueries.Filters, After, limit]);
        group.MapGet("/{executionId}", GetAsync).Is("getExecution", "An execution as it stands.").Fails(ProblemKinds.ExecutionNotFound);
    }

    private static async Task<JsonAccepted<ExecutionAccepted>> StartAsync(HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.ReadAsync(request, ExecutionJson.Default.StartRequest).ConfigureAwait(false);
        var options = new StartOptions { UserId = caller.UserId, Trigger = ExecutionTrigger.Api };
        var id = await engine.StartAsync(WorkflowIds.Demand(wanted.WorkflowId), wanted.Inputs ?? default, options, cancellationToken).ConfigureAwait(false);
        return new($"{request.PathBase}{request.Path.Value!.TrimEnd('/')}/{id}", new ExecutionAccepted(id), ExecutionJson.Default.ExecutionAccepted);
    }

    private static async Task<JsonOk<ExecutionList>> ListAsync(
        HttpRequest request, RequestParameter<long?> limit, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var query = ExecutionQueries.Read(request, caller) with { After = After.Read(request), Limit = (int)(limit.Read(request) ?? 50) };
        var page = await engine.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return new(new ExecutionList(page.Items, page.Next), ExecutionJson.Default.ExecutionList);
    }

    private static async Task<JsonOk<ExecutionRecord>> GetAsync(string executionId, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken) =>
        new(await engine.FindAsync(executionId, caller, cancellationToken).ConfigureAwait(false), ExecutionJson.Default.ExecutionRecord);
}
