using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Lists and shows the workflows of the host.</summary>
internal static class ReadEndpoints
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync)
            .Is("listDefinitions", "Lists the workflows by id, also those whose texts do not compile.");
        group.MapGet("/{workflowId}", GetAsync)
            .Is("getDefinition", "A workflow as it stands, with its text.", "Its ETag is what `If-Match` wants when the text is changed.")
            .Revalidates()
            .Fails(ProblemKinds.WorkflowNotFound);
    }

    private static async Task<JsonOk<DefinitionList>> ListAsync(IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var states = await registry.InspectAllAsync(cancellationToken).ConfigureAwait(false);
        return new(new DefinitionList([.. states.Select(Summarize)]), DefinitionJson.Default.DefinitionList);
    }

    private static async Task<Results<JsonOk<DefinitionDetail>, NotModified>> GetAsync(
        string workflowId, IWorkflowRegistry registry, HttpContext http, CancellationToken cancellationToken)
    {
        var state = await registry.InspectAsync(WorkflowIds.Demand(workflowId), cancellationToken).ConfigureAwait(false) ?? throw WorkflowIds.Unknown(workflowId);
        var isKnown = EntityTags.IsKnown(http, state.Stored.Hash);
        // What is wrong with a text depends on more than the text: a step may be there tomorrow.
        if (!state.IsCurrent) http.Response.Headers.CacheControl = "no-store";
        else if (isKnown) return new NotModified();
        return new JsonOk<DefinitionDetail>(Describe(state), DefinitionJson.Default.DefinitionDetail);
    }

    private static DefinitionSummary Summarize(WorkflowState state) =>
        new(state.Id, NameOf(state), state.Stored.Hash, StatusOf(state), state.Stored.SavedAt, TextOf(state)?.Description, state.Current?.Hash);

    private static DefinitionDetail Describe(WorkflowState state)
    {
        var definition = TextOf(state);
        return new(
            state.Id,
            NameOf(state),
            state.Stored.Hash,
            StatusOf(state),
            state.Stored.SavedAt,
            state.Stored.Source.Text,
            (state.Problem?.Diagnostics ?? state.Current?.Diagnostics) ?? [],
            [.. (definition?.Connections ?? []).Select(static one => new NeededConnection(one.Name, one.Provider))],
            definition?.Description,
            state.Current?.Hash,
            definition?.Inputs is { } inputs ? InputSchemas.SchemaOf(inputs) : null);
    }

    /// <summary>The stored text as far as it can be read.</summary>
    private static WorkflowDefinition? TextOf(WorkflowState state) => state.Problem is { } problem ? problem.Definition : state.Current?.Definition;

    private static string NameOf(WorkflowState state) =>
        TextOf(state) is { Name.Length: > 0 } text ? text.Name : state.Current?.Name ?? state.Id;

    private static DefinitionStatus StatusOf(WorkflowState state) => state.IsCurrent ? DefinitionStatus.Compiled : DefinitionStatus.Failed;
}
