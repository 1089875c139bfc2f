using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.Definitions;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.AspNetCore.Streaming;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Starts executions, and starts them anew.</summary>
internal sealed class StartEndpoints(WorkflowKitHttpOptions options, StreamHost streams)
{
    private const int LongestKey = 200;

    private static readonly RequestParameter<string> IdempotencyKey = Parameters.Text(
        "Idempotency-Key", "Makes the start repeatable: the same user, key and inputs give the same execution.", LongestKey, isHeader: true);

    private static readonly RequestParameter<TimeSpan?> Wait = Parameters.Duration(
        "wait", "How long to wait for the execution's end, such as `PT10S`; the host may wait shorter. Where it ends in time, the answer is its record.");

    internal void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", StartAsync)
            .Is("startExecution", "Starts a workflow.", "With `wait`, 200 and the record where the execution ends in time; else 202, and `Location` tells where it is found.")
            .Reads(IdempotencyKey, Wait)
            .Takes(ExecutionJson.Default.StartRequest)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.InvalidInputs, ProblemKinds.StartKeyConflict, ProblemKinds.QueueFull);
        group.MapPost("/{executionId}/rerun", RerunAsync)
            .Is("rerunExecution", "Starts a new execution with the inputs of another, for the same user.")
            .Reads(IdempotencyKey, Wait)
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.WorkflowNotFound, ProblemKinds.InvalidInputs, ProblemKinds.StartKeyConflict, ProblemKinds.QueueFull);
    }

    private async Task<Results<JsonOk<ExecutionRecord>, JsonAccepted<ExecutionAccepted>>> StartAsync(
        HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var (key, wait) = (IdempotencyKey.Read(request), Wait.Read(request));
        var wanted = await JsonBody.ReadAsync(request, ExecutionJson.Default.StartRequest).ConfigureAwait(false);
        var start = new StartOptions { UserId = caller.UserId, Trigger = TriggerOf(wanted.Trigger), StartKey = key, Tags = Tags(wanted) };
        var id = await engine.StartAsync(WorkflowIds.Demand(wanted.WorkflowId), wanted.Inputs ?? default, start, cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(request, id, wait, engine, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Results<JsonOk<ExecutionRecord>, JsonAccepted<ExecutionAccepted>>> RerunAsync(
        string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var (key, wait) = (IdempotencyKey.Read(request), Wait.Read(request));
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        var id = await engine.RerunAsync(executionId, new StartOptions { StartKey = key }, cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(request, id, wait, engine, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Results<JsonOk<ExecutionRecord>, JsonAccepted<ExecutionAccepted>>> AnswerAsync(
        HttpRequest request, string id, TimeSpan? wait, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        if (wait is { } time && await EndOfAsync(engine, id, time < options.MaxWait ? time : options.MaxWait, cancellationToken).ConfigureAwait(false) is { } record)
            return new JsonOk<ExecutionRecord>(record, ExecutionJson.Default.ExecutionRecord);
        return ExecutionLinks.Accepted(request, id);
    }

    /// <returns>The record, if it has ended in time: then, or where it waits for somebody, there is nothing to wait for.</returns>
    private async Task<ExecutionRecord?> EndOfAsync(IExecutionEngine engine, string id, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(wait, streams.Time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, streams.Stopping, cancellationToken);
        try
        {
            var record = await engine.WaitAsync(id, waiting.Token).ConfigureAwait(false);
            return record.Status.IsFinished() ? record : null;
        }
        catch (Exception error) when (error is EngineStoppedException || error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It was started, and that is what the caller has to know.
            return null;
        }
    }

    /// <exception cref="ProblemException">One of them can be no tag, or they are too many.</exception>
    private static IReadOnlyList<string> Tags(StartRequest wanted) =>
        ExecutionTags.Check(wanted.Tags ?? [], out var tags) is { } problem ? throw new ProblemException(ProblemKinds.InvalidRequest, problem).With("path", "$.tags") : tags;

    private static ExecutionTrigger TriggerOf(StartTrigger? trigger) => trigger switch
    {
        StartTrigger.Manual => ExecutionTrigger.Manual,
        StartTrigger.Scheduled => ExecutionTrigger.Scheduled,
        _ => ExecutionTrigger.Api,
    };
}
