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
internal sealed class ReadEndpoints(WorkflowKitHttpOptions options)
{
    private static readonly RequestParameter<string> Text = Parameters.Text("text", "Those in whose id or name this text occurs, in upper or lower case.");

    private readonly PageParameters _page = new(options);

    internal void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", ListAsync)
            .Is("listDefinitions", "Lists the workflows by id, also those whose texts do not compile.", "The header `Link` leads to the next page.")
            .Reads(Text, PageParameters.After, _page.Limit)
            .Tells(AnswerHeader.NextPage);
        group.MapGet("/{workflowId}", GetAsync)
            .Is("getDefinition", "A workflow as it stands, with its text.", "Its ETag is what `If-Match` wants when the text is changed.")
            .Revalidates()
            .Fails(ProblemKinds.WorkflowNotFound);
    }

    private async Task<JsonOk<DefinitionList>> ListAsync(HttpRequest request, IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var query = new WorkflowQuery { Text = Text.Read(request), After = PageParameters.After.Read(request), Limit = _page.LimitOf(request) };
        if (query.After is { } after && !Names.IsWorkflowId(after)) throw PageParameters.After.Invalid("it is not a place that a page gave");
        var page = await registry.InspectAsync(query, cancellationToken).ConfigureAwait(false);
        if (page.Next is { } next) PageLinks.Next(request.HttpContext, next);
        return new(new DefinitionList([.. page.Items.Select(Summarize)], page.Next), DefinitionJson.Default.DefinitionList);
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
        new(state.Id, state.Name, state.Stored.Hash, StatusOf(state), state.Stored.SavedAt, TextOf(state)?.Description, state.Current?.Hash);

    private static DefinitionDetail Describe(WorkflowState state)
    {
        var definition = TextOf(state);
        return new(
            state.Id,
            state.Name,
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

    private static DefinitionStatus StatusOf(WorkflowState state) => state.IsCurrent ? DefinitionStatus.Compiled : DefinitionStatus.Failed;
}
