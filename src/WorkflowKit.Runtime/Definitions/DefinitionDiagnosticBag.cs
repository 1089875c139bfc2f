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

        /// <summary>Reports at a value, with a hint in place of the descriptor's own where <paramref name="hint"/> is not null.</summary>
        public void ReportWithHint(DiagnosticDescriptor descriptor, SourceValue at, string? hint, params object?[] arguments) =>
            bag.Add(descriptor.At(at.Pointer, at.Span, arguments, hint));
    }
}
