using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Registry;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>The text of a definition as a request brings it.</summary>
internal sealed class DefinitionBody
{
    private readonly DefinitionLimits _limits;

    private DefinitionBody(SourceText source, DefinitionLimits limits) => (Source, _limits) = (source, limits);

    internal SourceText Source { get; }

    /// <exception cref="ProblemException">There is none, it is too large, or it says that it is no JSON.</exception>
    internal static async ValueTask<DefinitionBody> ReadAsync(HttpRequest request)
    {
        var services = request.HttpContext.RequestServices;
        var limits = services.GetRequiredService<IOptions<DefinitionLimits>>().Value;
        var most = Math.Min(limits.MaxBytes, services.GetRequiredService<IOptions<WorkflowKitHttpOptions>>().Value.MaxBodyBytes);
        var bytes = await JsonBody.ReadBytesAsync(request, most).ConfigureAwait(false);
        if (bytes.Length == 0) throw new ProblemException(ProblemKinds.InvalidJson, "The body is empty; it must be the definition.");
        return new(DefinitionId.Name(Utf8Text.Decode(bytes.Span)), limits);
    }

    /// <summary>Refuses a text that says it is another workflow than the address does: it would be saved as that one.</summary>
    /// <exception cref="ProblemException">It is another's.</exception>
    internal void DemandId(string workflowId)
    {
        var read = WorkflowReader.Read(Source, _limits);
        if (read.Definition is not { Id.Length: > 0 } definition || definition.Id == workflowId) return;
        // Of a text that is no JSON, it is not certain that this is its id; it is not saved in any case.
        if (read.Diagnostics.Any(DefinitionProblems.IsSyntax)) return;
        var id = definition.Root["id"]!;
        var fix = DiagnosticFix.Replace(id.Span, JsonText.Quote(workflowId));
        var diagnostic = RegistryDiagnostics.OtherId.At(id.Pointer, id.Span, [definition.Id, workflowId], $"{fix.Title}, or save it at the address of the other workflow.") with { Fix = fix };
        throw new ProblemException(
            ProblemKinds.OtherWorkflowId,
            $"Line {id.Span.Line}, column {id.Span.Column}: the definition says it is '{DefinitionDiagnostics.Shorten(definition.Id)}', but the address says '{workflowId}'. Nothing was saved.")
            .With("diagnostics", DefinitionProblems.Write([diagnostic]));
    }
}
