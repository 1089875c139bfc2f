using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>What people ask of executions. Each is recorded with who asked before the answer; what becomes of it is seen in the events.</summary>
internal static class ControlEndpoints
{
    private delegate Task Control(IExecutionEngine engine, string executionId, ControlOptions options, CancellationToken cancellationToken);

    internal static void Map(RouteGroupBuilder group)
    {
        Simple(group, "cancel", "cancelExecution", "Asks an execution to end: its steps are told, and what has completed is undone.", static (engine, id, options, token) => engine.CancelAsync(id, options, token));
        Simple(group, "pause", "pauseExecution", "Asks an execution to wait at the next step.", static (engine, id, options, token) => engine.PauseAsync(id, options, token));
        Simple(group, "resume", "resumeExecution", "Lets an execution go on that was paused.", static (engine, id, options, token) => engine.ResumeAsync(id, options, token));
        Simple(group, "retry", "retryExecution", "Lets a failed execution go on from the step that failed.", static (engine, id, options, token) => engine.RetryAsync(id, options, token))
            .Fails(ProblemKinds.InvalidInputs);
        group.MapPost("/{executionId}/skip", SkipAsync)
            .Is("skipStep", "Lets an execution go on without its failed step, or without one that waits.")
            .Takes(ExecutionJson.Default.SkipRequest)
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.ExecutionState, ProblemKinds.StepNotWaiting, ProblemKinds.InvalidInputs);
        group.MapPost("/{executionId}/input", InputAsync)
            .Is("supplyInput", "Answers an `input` step.")
            .Takes(ExecutionJson.Default.InputRequest)
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.ExecutionState, ProblemKinds.StepNotWaiting, ProblemKinds.InvalidInputs);
        group.MapDelete("/{executionId}", DeleteAsync)
            .Is("deleteExecution", "Removes a finished execution with all that is kept of it.")
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.ExecutionState);
    }

    private static RouteHandlerBuilder Simple(RouteGroupBuilder group, string verb, string operationId, string summary, Control control) =>
        group.MapPost($"/{{executionId}}/{verb}", async (string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken) =>
            {
                var wanted = await JsonBody.ReadOrNoneAsync(request, ExecutionJson.Default.ReasonRequest).ConfigureAwait(false);
                await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
                await control(engine, executionId, By(caller, wanted?.Reason), cancellationToken).ConfigureAwait(false);
                return ExecutionLinks.Accepted(request, executionId);
            })
            .Is(operationId, summary)
            .Takes(ExecutionJson.Default.ReasonRequest, isOptional: true)
            .Fails(ProblemKinds.ExecutionNotFound, ProblemKinds.ExecutionState);

    private static async Task<JsonAccepted<ExecutionAccepted>> SkipAsync(string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.ReadAsync(request, ExecutionJson.Default.SkipRequest).ConfigureAwait(false);
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        await engine.SkipAsync(executionId, wanted.Path, wanted.Output, By(caller, wanted.Reason), cancellationToken).ConfigureAwait(false);
        return ExecutionLinks.Accepted(request, executionId);
    }

    private static async Task<JsonAccepted<ExecutionAccepted>> InputAsync(string executionId, HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.ReadAsync(request, ExecutionJson.Default.InputRequest).ConfigureAwait(false);
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        await engine.SupplyInputAsync(executionId, wanted.Path, wanted.Data, By(caller, reason: null), cancellationToken).ConfigureAwait(false);
        return ExecutionLinks.Accepted(request, executionId);
    }

    private static async Task<NoContent> DeleteAsync(string executionId, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        await engine.DeleteAsync(executionId, cancellationToken).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static ControlOptions By(Caller caller, string? reason) => new() { By = caller.UserId, Reason = reason };
}
