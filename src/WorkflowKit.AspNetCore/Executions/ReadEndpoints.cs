using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Lists, counts and shows executions.</summary>
internal sealed class ReadEndpoints(WorkflowKitHttpOptions options)
{
    private static readonly RequestParameter<long?> AfterSequence = Parameters.Number("after", "The last event that is known already; left out: none.", 0);

    private readonly PageParameters _page = new(options);

    internal void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync)
            .Is("listExecutions", "Lists executions, the newest first.", "Each caller sees their own, unless the host lets them see all. The header `Link` leads to the next page.")
            .Reads([.. ExecutionQueries.Filters, PageParameters.After, _page.Limit])
            .Tells(AnswerHeader.NextPage);
        group.MapGet("/counts", CountAsync)
            .Is("countExecutions", "Counts executions by day and status.")
            .Reads(ExecutionQueries.Filters);
        group.MapGet("/{executionId}", GetAsync)
            .Is("getExecution", "An execution as it stands.")
            .Fails(ProblemKinds.ExecutionNotFound);
        group.MapGet("/{executionId}/timeline", TimelineAsync)
            .Is("getTimeline", "What has happened in an execution, by pages.", "The events that `/events` streams, without waiting for more.")
            .Reads(AfterSequence, _page.Limit)
            .Tells(AnswerHeader.NextPage)
            .Fails(ProblemKinds.ExecutionNotFound);
    }

    private async Task<JsonOk<ExecutionList>> ListAsync(HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var query = ExecutionQueries.Read(request, caller) with { After = PageParameters.After.Read(request), Limit = _page.LimitOf(request) };
        var page = await engine.PageAsync(query, cancellationToken).ConfigureAwait(false);
        if (page.Next is { } next) PageLinks.Next(request.HttpContext, next);
        return new(new ExecutionList(page.Items, page.Next), ExecutionJson.Default.ExecutionList);
    }

    private static async Task<JsonOk<ExecutionTotals>> CountAsync(HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var counts = await engine.CountAsync(ExecutionQueries.Read(request, caller), cancellationToken).ConfigureAwait(false);
        var byStatus = Enum.GetValues<ExecutionStatus>().ToDictionary(LogNames.Text, counts.Of);
        var days = counts.Days.Select(static day => new DayTotal(day.Day, day.Status.Text(), day.Count));
        return new(new ExecutionTotals(counts.Total, byStatus, [.. days]), ExecutionJson.Default.ExecutionTotals);
    }

    private static async Task<JsonOk<ExecutionRecord>> GetAsync(string executionId, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken) =>
        new(await engine.FindAsync(executionId, caller, cancellationToken).ConfigureAwait(false), ExecutionJson.Default.ExecutionRecord);

    private async Task<JsonOk<Timeline>> TimelineAsync(string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var (after, limit) = (AfterSequence.Read(request) ?? 0, _page.LimitOf(request));
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        var events = await engine.ReadEventsAsync(executionId, after, limit, cancellationToken).ConfigureAwait(false);
        long? next = events.Count == limit ? events[^1].Sequence : null;
        if (next is { } sequence) PageLinks.Next(request.HttpContext, $"{sequence}");
        return new(new Timeline(events, next), ExecutionJson.Default.Timeline);
    }
}
