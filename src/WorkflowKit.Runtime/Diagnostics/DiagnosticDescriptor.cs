using System.Globalization;
using System.Text;

namespace WorkflowKit.Diagnostics;

/// <summary>One kind of diagnostic. All of them stand as static fields in the <c>*Diagnostics</c> tables, one table a range.</summary>
/// <param name="Code">Stable code, <c>WK</c> and four digits.</param>
/// <param name="Severity">Errors keep a definition from being saved.</param>
/// <param name="Title">A few words for the index in docs/diagnostics.md.</param>
/// <param name="Message">Composite format of the sentence that says what is wrong.</param>
/// <param name="Hint">Composite format, over the same arguments, of the sentence that says how to mend it.</param>
internal sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title, string Message, string? Hint = null)
{
    private readonly CompositeFormat _message = CompositeFormat.Parse(Message);
    private readonly CompositeFormat? _hint = Hint is null ? null : CompositeFormat.Parse(Hint);

    /// <summary>Makes the diagnostic; <paramref name="hint"/>, where given, takes the place of the descriptor's own, and its replacement is source text as it is.</summary>
    public Diagnostic At(string pointer, SourceSpan span, object?[] arguments, Hint? hint = null) => new(
        Code,
        Severity,
        string.Format(CultureInfo.InvariantCulture, _message, arguments),
        hint?.Text ?? (_hint is null ? null : string.Format(CultureInfo.InvariantCulture, _hint, arguments)),
        pointer,
        span)
    {
        Fix = hint?.Replacement is { } replacement ? DiagnosticFix.Replace(span, replacement) : null,
    };
}
