using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Saves, checks and deletes workflows.</summary>
internal sealed class ChangeEndpoints(WorkflowKitHttpOptions options)
{
    internal void Map(RouteGroupBuilder group)
    {
        Guard(group.MapPut("/{workflowId}", SaveAsync)
            .Is(
                "saveDefinition",
                "Compiles a definition, stores it, and lets new executions use it.",
                "The body is the text of the definition. Executions that run already end on the version they began with. Where there are errors nothing is stored, and the version that was current stays it.")
            .Reads(SavePrecondition.IfMatch, SavePrecondition.IfNoneMatch)
            .Takes(DefinitionJson.Default.JsonElement)
            .Tells(AnswerHeader.Version(StatusCodes.Status200OK), AnswerHeader.Version(StatusCodes.Status201Created))
            .Fails(ProblemKinds.DefinitionConflict, ProblemKinds.InvalidDefinition, ProblemKinds.OtherWorkflowId));
        Guard(group.MapDelete("/{workflowId}", DeleteAsync)
            .Is("deleteDefinition", "Removes a workflow.", "Its versions stay for the executions that need them.")
            .Reads(SavePrecondition.IfMatch)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.DefinitionConflict));
        group.MapPost("/validate", ValidateAsync)
            .Is("validateDefinition", "Checks a definition as saving it would, and stores nothing.", "The body is the text of the definition.")
            .Takes(DefinitionJson.Default.JsonElement);
    }

    private static async Task<Results<JsonOk<CompilationStatus>, JsonCreated<CompilationStatus>>> SaveAsync(
        string workflowId, HttpRequest request, IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        WorkflowIds.DemandLegal(workflowId);
        var precondition = SavePrecondition.Read(request);
        var body = await DefinitionBody.ReadAsync(request).ConfigureAwait(false);
        body.DemandId(workflowId);
        var before = await precondition.DemandAsync(registry, workflowId, cancellationToken).ConfigureAwait(false);
        var result = await registry.SaveAsync(body.Source.Text, before.ExpectedHash, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded) throw DefinitionProblems.Of(result);
        request.HttpContext.Response.Headers.ETag = $"\"{result.Source.Hash}\"";
        var status = StatusOf(result);
        return before.IsNew
            ? new JsonCreated<CompilationStatus>($"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}", status, DefinitionJson.Default.CompilationStatus)
            : new JsonOk<CompilationStatus>(status, DefinitionJson.Default.CompilationStatus);
    }

    private static async Task<NoContent> DeleteAsync(string workflowId, HttpRequest request, IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var id = WorkflowIds.Demand(workflowId);
        var before = await SavePrecondition.Read(request).DemandAsync(registry, id, cancellationToken).ConfigureAwait(false);
        if (!await registry.DeleteAsync(id, before.ExpectedHash, cancellationToken).ConfigureAwait(false)) throw WorkflowIds.Unknown(workflowId);
        return TypedResults.NoContent();
    }

    private static async Task<JsonOk<CompilationStatus>> ValidateAsync(HttpRequest request, IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var body = await DefinitionBody.ReadAsync(request).ConfigureAwait(false);
        var result = await registry.ValidateAsync(body.Source.Text, cancellationToken).ConfigureAwait(false);
        return new(StatusOf(result), DefinitionJson.Default.CompilationStatus);
    }

    private static CompilationStatus StatusOf(CompilationResult result) => new(
        result.Succeeded,
        result.Source.Hash,
        result.Diagnostics,
        result.Definition is { Id.Length: > 0 } named ? named.Id : null,
        result.Definition is { Name.Length: > 0 } called ? called.Name : null);

    private void Guard(RouteHandlerBuilder endpoint)
    {
        if (options.ChangesPolicy is { } policy) endpoint.RequireAuthorization(policy);
    }
}
