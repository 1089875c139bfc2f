using System.Globalization;
using System.Text.Json;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>Tells why a definition was not saved: a text that is no JSON is a bad request, one that is no good definition is understood and refused.</summary>
internal static class DefinitionProblems
{
    internal static ProblemException Of(CompilationResult result)
    {
        var errors = result.Errors.ToList();
        var first = errors.Find(IsSyntax) ?? errors[0];
        var count = errors.Count == 1 ? "one error" : string.Create(CultureInfo.InvariantCulture, $"{errors.Count} errors");
        var place = string.Create(CultureInfo.InvariantCulture, $"line {first.Span.Line}, column {first.Span.Column}");
        var (kind, detail) = IsSyntax(first)
            ? (ProblemKinds.InvalidJson, $"The definition is no JSON, and nothing was saved: {place}: {first.Message}")
            : (ProblemKinds.InvalidDefinition, $"The definition has {count}, and nothing was saved. The first: {place}: {first.Message}");
        return new ProblemException(kind, detail)
            .With("line", first.Span.Line)
            .With("column", first.Span.Column)
            .With("diagnostics", Write(result.Diagnostics));
    }

    /// <summary>Whether it says that the text is no JSON.</summary>
    internal static bool IsSyntax(Diagnostic diagnostic) => diagnostic.Code == DefinitionDiagnostics.Syntax.Code;

    internal static JsonElement Write(IReadOnlyList<Diagnostic> diagnostics) => LogJson.ToElement(writer =>
    {
        writer.WriteStartArray();
        foreach (var diagnostic in diagnostics) diagnostic.WriteTo(writer);
        writer.WriteEndArray();
    });
}
