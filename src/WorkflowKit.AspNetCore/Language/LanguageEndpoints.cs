using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;
using WorkflowKit.Editing;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>What editors ask while somebody is typing.</summary>
internal static class LanguageEndpoints
{
    private static readonly LanguageJson Json = LanguageJson.Default;

    internal static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/language", "Language", Json);
        Describe(group.MapPost("/diagnostics", DiagnoseAsync), Json.TextRequest, "getDiagnostics", "All that is wrong with a text, as saving it would report it.");
        Describe(group.MapPost("/completion", CompleteAsync), Json.PlaceRequest, "getCompletion", "What can be written at a place, the most likely first.", ProblemKinds.InvalidRequest);
        Describe(group.MapPost("/hover", HoverAsync), Json.PlaceRequest, "getHover", "What stands at a place; 204 where nothing can be said of it.", ProblemKinds.InvalidRequest);
        Describe(group.MapPost("/signature", SignatureAsync), Json.PlaceRequest, "getSignature", "How the function is called in whose arguments a place is; 204 where it is in none.", ProblemKinds.InvalidRequest);
        Describe(group.MapPost("/definition", DefinitionAsync), Json.PlaceRequest, "findDeclaration", "Where the step, input or connection is declared that a place refers to; 204 where it refers to none.", ProblemKinds.InvalidRequest);
        Describe(group.MapPost("/references", ReferencesAsync), Json.PlaceRequest, "findReferences", "Every place where the id of a step stands, its declaration included.", ProblemKinds.InvalidRequest);
        Describe(group.MapPost("/rename", RenameAsync), Json.RenameRequest, "renameStep", "The edits that give a step another id everywhere, or why it cannot have it.", ProblemKinds.InvalidRequest);
    }

    private static void Describe(RouteHandlerBuilder endpoint, JsonTypeInfo body, string id, string summary, params ProblemKind[] problems) =>
        endpoint.Is(id, summary).Takes(body).Fails(ProblemKinds.NotSupported).Fails(problems);

    private static async Task<JsonOk<DiagnosticList>> DiagnoseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var service = ServiceOf(request.HttpContext);
        var wanted = await JsonBody.ReadAsync(request, Json.TextRequest).ConfigureAwait(false);
        var found = await service.DiagnoseAsync(EditedText.Of(wanted.Text, request.HttpContext), cancellationToken).ConfigureAwait(false);
        return new(new DiagnosticList(found), Json.DiagnosticList);
    }

    private static async Task<JsonOk<CompletionList>> CompleteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var items = await AskAsync(request, (service, source, offset) => service.CompleteAsync(source, offset, cancellationToken)).ConfigureAwait(false);
        return new(new CompletionList(items), Json.CompletionList);
    }

    private static async Task<Results<JsonOk<HoverInfo>, NoContent>> HoverAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Answer(await AskAsync(request, (service, source, offset) => service.HoverAsync(source, offset, cancellationToken)).ConfigureAwait(false), Json.HoverInfo);

    private static async Task<Results<JsonOk<SignatureHelp>, NoContent>> SignatureAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Answer(await AskAsync(request, (service, source, offset) => service.SignatureAsync(source, offset, cancellationToken)).ConfigureAwait(false), Json.SignatureHelp);

    private static async Task<Results<JsonOk<Declaration>, NoContent>> DefinitionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var found = await AskAsync(request, (service, source, offset) => service.FindDefinitionAsync(source, offset, cancellationToken)).ConfigureAwait(false);
        return Answer(found is { } span ? new Declaration(span) : null, Json.Declaration);
    }

    private static async Task<JsonOk<PlaceList>> ReferencesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var spans = await AskAsync(request, (service, source, offset) => service.FindReferencesAsync(source, offset, cancellationToken)).ConfigureAwait(false);
        return new(new PlaceList(spans), Json.PlaceList);
    }

    private static async Task<JsonOk<RenameResult>> RenameAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var service = ServiceOf(request.HttpContext);
        var wanted = await JsonBody.ReadAsync(request, Json.RenameRequest).ConfigureAwait(false);
        var source = EditedText.Of(wanted.Text, request.HttpContext);
        var offset = EditedText.PlaceIn(source, wanted.Offset, wanted.Position);
        var renamed = await service.RenameAsync(source, offset, wanted.NewId, cancellationToken).ConfigureAwait(false);
        return new(renamed ?? new RenameResult([], "No step's id stands here."), Json.RenameResult);
    }

    private static async ValueTask<T> AskAsync<T>(HttpRequest request, Func<IWorkflowLanguageService, SourceText, int, ValueTask<T>> question)
    {
        var service = ServiceOf(request.HttpContext);
        var wanted = await JsonBody.ReadAsync(request, Json.PlaceRequest).ConfigureAwait(false);
        var source = EditedText.Of(wanted.Text, request.HttpContext);
        return await question(service, source, EditedText.PlaceIn(source, wanted.Offset, wanted.Position)).ConfigureAwait(false);
    }

    private static Results<JsonOk<T>, NoContent> Answer<T>(T? found, JsonTypeInfo<T> contract)
        where T : class
    {
        if (found is null) return TypedResults.NoContent();
        return new JsonOk<T>(found, contract);
    }

    private static IWorkflowLanguageService ServiceOf(HttpContext context) => context.RequestServices.GetService<IWorkflowLanguageService>()
        ?? throw new ProblemException(ProblemKinds.NotSupported, "The workflows of this host are compiled into it: it has no compiler that could look at definitions.");
}
