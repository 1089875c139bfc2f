using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.AspNetCore.Streaming;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Takes executions from one host to another.</summary>
internal sealed class TransferEndpoints(WorkflowKitHttpOptions options)
{
    internal void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{executionId}/export", ExportAsync)
            .Is("exportExecution", "All that is kept of an execution, as JSON lines, for another host to read.")
            .Gives(EventFormat.JsonLinesType)
            .Tells(AnswerHeader.FileName)
            .Fails(ProblemKinds.ExecutionNotFound);
        group.MapPost("/import", ImportAsync)
            .Is(
                "importExecution",
                "Takes in an execution that was exported here or elsewhere, and has ended.",
                "Only callers whom the host lets see all executions may: an import says what has happened, and one that failed can be retried from there.")
            .TakesText(EventFormat.JsonLinesType, EventFormat.NdJsonType)
            .Fails(ProblemKinds.InvalidExport, ProblemKinds.NotAllowed, ProblemKinds.ExecutionExists, ProblemKinds.ExecutionState, ProblemKinds.StartKeyConflict);
    }

    private static async Task<FileStreamHttpResult> ExportAsync(string executionId, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        await engine.DemandAsync(executionId, caller, cancellationToken).ConfigureAwait(false);
        var export = await engine.ExportAsync(executionId, cancellationToken).ConfigureAwait(false);
        var lines = new MemoryStream();
        await export.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
        lines.Position = 0;
        return TypedResults.File(lines, EventFormat.JsonLinesType, $"{executionId}.jsonl");
    }

    private async Task<JsonCreated<ExecutionRecord>> ImportAsync(HttpRequest request, Caller caller, IExecutionEngine engine, CancellationToken cancellationToken)
    {
        if (!caller.SeesAll) throw new ProblemException(ProblemKinds.NotAllowed, "Only callers whom the host lets see all executions may import one.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType.Value is not (EventFormat.JsonLinesType or EventFormat.NdJsonType))
            throw new ProblemException(ProblemKinds.UnsupportedMediaType, $"The body must be JSON lines and say so: Content-Type: {EventFormat.JsonLinesType}.");
        var body = BoundedBody.Of(request, options.MaxImportBytes);
        await using (body.ConfigureAwait(false))
        {
            var export = await ExecutionExport.ReadAsync(body, options.MaxImportBytes, cancellationToken).ConfigureAwait(false);
            if (!ExecutionAccess.IsId(export.Record.Id)) throw new ProblemException(ProblemKinds.InvalidExport, "Line 1 of the export: the execution's id is no UUID, so no endpoint would find it.").With("line", 1);
            var record = await engine.ImportAsync(export, cancellationToken).ConfigureAwait(false);
            return new(ExecutionLinks.To(request, record.Id), record, ExecutionJson.Default.ExecutionRecord);
        }
    }
}
