using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Diagnostics;

/// <summary>One thing that is wrong, or will hurt, in a definition: what it is, how to mend it, and where it stands. Immutable.</summary>
/// <param name="Code">Stable code, <c>WK</c> and four digits; docs/diagnostics.md lists them.</param>
/// <param name="Severity">Errors keep a definition from being saved.</param>
/// <param name="Message">One sentence that says what is wrong.</param>
/// <param name="Hint">One sentence that says how to mend it; <see langword="null"/> where nothing sensible can be said.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901) of the value in the definition; empty for the whole document.</param>
/// <param name="Span">The place in the source text.</param>
[JsonConverter(typeof(DiagnosticJsonConverter))]
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    string Message,
    string? Hint,
    string Pointer,
    SourceSpan Span)
{
    /// <summary>The change of the text that mends it; <see langword="null"/> where only the author can know what is right.</summary>
    public DiagnosticFix? Fix { get; init; }

    /// <summary>Writes the diagnostic as one JSON object: camelCase names, the severity as a word; what is not there is left out.</summary>
    /// <param name="writer">Where it is written.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        DiagnosticJson.Write(writer, this);
    }

    /// <summary>The diagnostic on one line: <c>(12,9): error WK2101: ...</c>.</summary>
    public override string ToString() =>
        $"{Span}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}{(Hint is null ? "" : " " + Hint)}";
}
