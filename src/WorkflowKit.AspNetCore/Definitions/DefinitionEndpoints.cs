using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>The workflows of the host.</summary>
internal static class DefinitionEndpoints
{
    internal static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/definitions", "Definitions", DefinitionJson.Default);
        group.MapGet("/", ListAsync).Is("listDefinitions", "Lists the workflows that compile, by id.");
        group.MapGet("/{workflowId}", GetAsync).Is("getDefinition", "A workflow in its current version.").Fails(ProblemKinds.WorkflowNotFound);
    }

    private static async Task<JsonOk<DefinitionList>> ListAsync(IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var workflows = await registry.ListAsync(cancellationToken).ConfigureAwait(false);
        return new(
            new DefinitionList([.. workflows.Select(one => new DefinitionSummary(one.Id, one.Name, one.Hash, one.Definition.Description))]), DefinitionJson.Default.DefinitionList);
    }

    private static async Task<JsonOk<DefinitionDetail>> GetAsync(string workflowId, IWorkflowRegistry registry, HttpContext http, CancellationToken cancellationToken)
    {
        var workflow = await registry.FindAsync(WorkflowIds.Demand(workflowId), cancellationToken).ConfigureAwait(false) ?? throw WorkflowIds.Unknown(workflowId);
        http.Response.Headers.ETag = $"\"{workflow.Hash}\"";
        var definition = workflow.Definition;
        return new(
            new DefinitionDetail(
                definition.Id, definition.Name, definition.Hash, definition.Source.Text, definition.Description,
                definition.Inputs is { } inputs ? JsonElement.Parse(inputs.ToJson()) : null),
            DefinitionJson.Default.DefinitionDetail);
    }
}
