using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Registry;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>What editors ask while somebody is typing.</summary>
internal static class LanguageEndpoints
{
    internal static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/language", "Language", LanguageJson.Default);
        group.MapPost("/diagnose", DiagnoseAsync)
            .Is("diagnose", "All that is wrong with a definition, as saving it would report it.")
            .Takes(LanguageJson.Default.DiagnoseRequest)
            .Fails(ProblemKinds.NotSupported);
    }

    private static async Task<JsonOk<DiagnosticList>> DiagnoseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var service = ServiceOf(request.HttpContext);
        var wanted = await JsonBody.ReadAsync(request, LanguageJson.Default.DiagnoseRequest).ConfigureAwait(false);
        var found = await service.DiagnoseAsync(DefinitionId.Name(wanted.Text), cancellationToken).ConfigureAwait(false);
        return new(new DiagnosticList(found), LanguageJson.Default.DiagnosticList);
    }

    private static IWorkflowLanguageService ServiceOf(HttpContext context) => context.RequestServices.GetService<IWorkflowLanguageService>()
        ?? throw new ProblemException(ProblemKinds.NotSupported, "The workflows of this host are compiled into it: it has no compiler that could look at definitions.");
}
