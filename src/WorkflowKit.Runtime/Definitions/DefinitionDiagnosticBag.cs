using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reports diagnostics at values of a definition.</summary>
internal static class DefinitionDiagnosticBag
{
    extension(DiagnosticBag bag)
    {
        /// <summary>Reports at a value.</summary>
        public void Report(DiagnosticDescriptor descriptor, SourceValue at, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Pointer, at.Span, arguments));

        /// <summary>Reports at a member's name.</summary>
        public void Report(DiagnosticDescriptor descriptor, SourceMember at, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Value.Pointer, at.NameSpan, arguments));

        /// <summary>
        /// Reports at a value, with a hint in place of the descriptor's own where <paramref name="hint"/> is not null. Its replacement, if it has
        /// one, becomes a JSON string in place of the value.
        /// </summary>
        public void ReportWithHint(DiagnosticDescriptor descriptor, SourceValue at, Hint? hint, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Pointer, at.Span, arguments, InQuotes(hint)));

        /// <summary>Reports at a member's name, with a hint as above.</summary>
        public void ReportWithHint(DiagnosticDescriptor descriptor, SourceMember at, Hint? hint, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Value.Pointer, at.NameSpan, arguments, InQuotes(hint)));

        /// <summary>Reports at a value what a change of the text mends.</summary>
        public void ReportWithFix(DiagnosticDescriptor descriptor, SourceValue at, DiagnosticFix? fix, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Pointer, at.Span, arguments) with { Fix = fix });

        /// <summary>Reports at a member's name what a change of the text mends.</summary>
        public void ReportWithFix(DiagnosticDescriptor descriptor, SourceMember at, DiagnosticFix? fix, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Value.Pointer, at.NameSpan, arguments) with { Fix = fix });
    }

    private static Hint? InQuotes(Hint? hint) => hint?.Replacement is { } name ? hint with { Replacement = JsonText.Quote(name) } : hint;
}
