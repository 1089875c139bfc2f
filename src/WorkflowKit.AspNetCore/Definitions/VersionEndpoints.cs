using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>The versions of a workflow, and what each of them is.</summary>
internal static class VersionEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";

    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{workflowId}/versions", ListAsync)
            .Is("listVersions", "Lists the versions of a workflow, the newest first.", "They stay when the workflow is deleted: executions go on with the version they began with.")
            .Fails(ProblemKinds.WorkflowNotFound);
        group.MapGet("/{workflowId}/versions/{hash}", GetAsync)
            .Is("getVersion", "The text of one version, to the byte as it was saved.")
            .Revalidates()
            .Gives(JsonAnswer.ContentType, isJson: true)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.VersionNotFound);
        group.MapGet("/{workflowId}/csharp", CSharpAsync)
            .Is("getCSharp", "The C# that the workflow was compiled to.")
            .Reads(WorkflowVersions.Parameter)
            .Revalidates()
            .Gives(PlainText)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.VersionNotFound, ProblemKinds.CSharpNotFound);
        group.MapGet("/{workflowId}/inputs", InputsAsync)
            .Is("getInputs", "The JSON Schema of what an execution is started with, for forms.")
            .Reads(WorkflowVersions.Parameter)
            .Revalidates()
            .Gives(TextOk.SchemaType, isJson: true)
            .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.VersionNotFound);
    }

    private static async Task<JsonOk<VersionList>> ListAsync(string workflowId, IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var versions = await registry.VersionsAsync(WorkflowIds.Demand(workflowId), cancellationToken).ConfigureAwait(false);
        if (versions.Count == 0) throw WorkflowIds.Unknown(workflowId);
        return new(
            new VersionList([.. versions.Select(static one => new WorkflowVersion(one.Hash, one.SavedAt, one.IsCurrent))]), DefinitionJson.Default.VersionList);
    }

    private static async Task<Results<TextOk, NotModified>> GetAsync(
        string workflowId, string hash, IWorkflowRegistry registry, HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await WorkflowVersions.ReadAsync(registry, workflowId, hash, cancellationToken).ConfigureAwait(false);
        if (EntityTags.IsKnown(http, stored.Hash)) return new NotModified();
        return new TextOk(stored.Source.Text, JsonAnswer.ContentType);
    }

    private static async Task<Results<TextOk, NotModified>> CSharpAsync(string workflowId, IWorkflowRegistry registry, HttpContext http, CancellationToken cancellationToken)
    {
        var workflow = await WorkflowVersions.FindAsync(registry, workflowId, http.Request, cancellationToken).ConfigureAwait(false);
        if (workflow.CSharp is not { } csharp) throw new ProblemException(ProblemKinds.CSharpNotFound, $"The workflow '{workflow.Id}' was compiled into this host; its C# is where it was built.");
        if (EntityTags.IsKnown(http, workflow.Hash)) return new NotModified();
        return new TextOk(csharp, PlainText);
    }

    private static async Task<Results<TextOk, NotModified>> InputsAsync(string workflowId, IWorkflowRegistry registry, HttpContext http, CancellationToken cancellationToken)
    {
        var workflow = await WorkflowVersions.FindAsync(registry, workflowId, http.Request, cancellationToken).ConfigureAwait(false);
        if (EntityTags.IsKnown(http, workflow.Hash)) return new NotModified();
        return new TextOk(workflow.Definition.Inputs?.ToJson() ?? InputSchemas.Anything.GetRawText(), TextOk.SchemaType);
    }
}
