using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>What callers are told of each exception: the one table of them.</summary>
internal static class ExceptionProblems
{
    /// <summary>When to try again where nothing better is known.</summary>
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(5);

    internal static ProblemException Of(Exception error) => error switch
    {
        ProblemException problem => problem,
        WorkflowNotFoundException missing => new(ProblemKinds.WorkflowNotFound, Sentence(missing)),
        DefinitionConflictException conflict => CurrentHash(new(ProblemKinds.DefinitionConflict, error.Message), conflict),
        ExecutionNotFoundException => new(ProblemKinds.ExecutionNotFound, error.Message),
        InvalidInputsException invalid => new ProblemException(ProblemKinds.InvalidInputs, error.Message).With("errors", Errors(invalid)),
        StartKeyConflictException conflict => new ProblemException(ProblemKinds.StartKeyConflict, error.Message).With("executionId", conflict.ExecutionId),
        ExecutionStateException state => new ProblemException(ProblemKinds.ExecutionState, error.Message).With("executionStatus", state.Status.Text()),
        StepNotWaitingException step => new ProblemException(ProblemKinds.StepNotWaiting, error.Message).With("path", step.Path),
        ExecutionExistsException exists => new ProblemException(ProblemKinds.ExecutionExists, error.Message).With("executionId", exists.ExecutionId),
        InvalidExportException export => new ProblemException(ProblemKinds.InvalidExport, error.Message).With("line", export.Line),
        ExecutionCorruptException or ReplayDivergenceException => new(ProblemKinds.ExecutionUnreadable, error.Message),
        QueueFullException full => new(ProblemKinds.QueueFull, error.Message) { RetryAfter = full.RetryAfter },
        // What it was is in the host's log; it may name servers and files.
        StoreUnavailableException or StoreVersionException => new(ProblemKinds.StoreUnavailable, "The store cannot be used; try again later.", error) { RetryAfter = SoonEnough },
        EngineStoppedException or ObjectDisposedException => Stopping(),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(ProblemKinds.BodyTooLarge, error.Message),
        BadHttpRequestException => new(ProblemKinds.InvalidRequest, error.Message),
        _ => new(ProblemKinds.Failure, "What happened is in the host's log.", error),
    };

    internal static ProblemException Stopping() => new(ProblemKinds.HostStopping, "The host is stopping; try again later, or at another host.") { RetryAfter = SoonEnough };

    private static string Sentence(WorkflowNotFoundException missing) => missing.DefinitionHash is { } hash
        ? $"There is no version {hash} of workflow '{missing.WorkflowId}' any more, or it does not compile on this host."
        : $"There is no workflow '{missing.WorkflowId}', or its definition has errors.";

    private static ProblemException CurrentHash(ProblemException problem, DefinitionConflictException conflict) =>
        conflict.CurrentHash is { } hash ? problem.With("currentHash", hash) : problem;

    private static JsonElement Errors(InvalidInputsException invalid) => LogJson.ToElement(writer =>
    {
        writer.WriteStartArray();
        foreach (var error in invalid.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("pointer", error.InstancePath);
            writer.WriteString("keyword", error.Keyword);
            writer.WriteString("expected", error.Expected);
            writer.WriteString("actual", error.Actual);
            writer.WriteString("message", error.Message);
            writer.WriteString("sentence", error.Sentence);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });
}
