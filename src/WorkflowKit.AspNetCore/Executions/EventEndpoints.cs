using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Streaming;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Streams what happens in executions.</summary>
internal sealed class EventEndpoints(StreamHost streams)
{
    private static readonly RequestParameter<long?> After = Parameters.Number("after", "The last event that the client has seen; left out: none. `Last-Event-ID` goes before it.", 0);
    private static readonly RequestParameter<long?> LastEventId = Parameters.Number("Last-Event-ID", "What a browser that connects anew says: the last event that it has seen.", 0, isHeader: true);

    internal void Map(RouteGroupBuilder group)
    {
        group.MapGet("/events", WatchList)
            .Is(
                "watchExecutions",
                "The executions of a list that are new, have another status, or are gone, as it happens.",
                """
                Server-sent events for whoever shows a list: `reset` at the beginning, and whenever more has changed than was kept, says to read the list anew; `execution_changed` brings
                an execution as a list shows it; `execution_removed` brings the `id` of one that was deleted or purged, also of one that the filters leave out. A client that connects
                anew is told `reset` again, so it misses nothing. Statuses do not narrow the stream down: what leaves a list of the failed ones is told of, too.
                """)
            .Reads([.. ExecutionQueries.Filters.Where(static filter => filter != ExecutionQueries.Status)])
            .Fails(ProblemKinds.TooManyStreams);
        group.MapGet("/{executionId}/events", WatchAsync)
            .Is(
                "watchExecution",
                "An execution's events, from a place on and then as they happen.",
                "Server-sent events; JSON lines where `Accept` asks for them. The stream ends with the execution. 204 where it has ended and the client has seen all.")
            .Reads(After, LastEventId)
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.TooManyStreams);
    }

    private ListEventsResult WatchList(HttpRequest request, Caller caller, IExecutionEngine engine)
    {
        var query = ExecutionQueries.Read(request, caller) with { Statuses = [] };
        if (streams.Stopping.IsCancellationRequested) throw ExceptionProblems.Stopping();
        return new ListEventsResult(engine, query, streams, caller);
    }

    private async Task<Results<ExecutionEventsResult, NoContent>> WatchAsync(
        string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var after = LastEventId.Read(request) ?? After.Read(request) ?? 0;
        var execution = await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        if (after > 0)
        {
            var (isKnown, isLast) = await LookAsync(engine, executionId, after, cancellationToken).ConfigureAwait(false);
            if (isLast && execution.Status.IsFinished()) return TypedResults.NoContent();
            // What was seen is not in this log, so nothing of it was.
            if (!isKnown) after = 0;
        }
        if (streams.Stopping.IsCancellationRequested) throw ExceptionProblems.Stopping();
        return new ExecutionEventsResult(engine, execution, after, streams, caller);
    }

    /// <returns>Whether the log has an event, and whether none comes after it so far.</returns>
    private static async ValueTask<(bool IsKnown, bool IsLast)> LookAsync(IExecutionEngine engine, string executionId, long sequence, CancellationToken cancellationToken)
    {
        var events = await engine.ReadEventsAsync(executionId, sequence - 1, 2, cancellationToken).ConfigureAwait(false);
        return (events.Count > 0, events.Count < 2);
    }
}
