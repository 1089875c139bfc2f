using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>Definitions for canvases.</summary>
internal static class GraphEndpoints
{
    internal static void Map(RouteGroupBuilder group) => group.MapGet("/{workflowId}/graph", GetAsync)
        .Is("getGraph", "The steps of a workflow as nodes and edges.", "Of a text that does not compile, what can be read of it.")
        .Reads(WorkflowVersions.Parameter)
        .Revalidates()
        .Fails(ProblemKinds.WorkflowNotFound, ProblemKinds.VersionNotFound);

    private static async Task<Results<JsonOk<DefinitionGraph>, NotModified>> GetAsync(
        string workflowId, IWorkflowRegistry registry, IOptions<DefinitionLimits> limits, HttpContext http, CancellationToken cancellationToken)
    {
        var stored = await WorkflowVersions.ReadAsync(registry, workflowId, WorkflowVersions.Parameter.Read(http.Request), cancellationToken).ConfigureAwait(false);
        if (EntityTags.IsKnown(http, stored.Hash)) return new NotModified();
        return new JsonOk<DefinitionGraph>(GraphBuilder.Build(stored.Source, limits.Value), DefinitionJson.Default.DefinitionGraph);
    }
}
