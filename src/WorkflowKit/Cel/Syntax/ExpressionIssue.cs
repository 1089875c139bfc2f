using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>Something wrong in an expression, with its place in the expression's text.</summary>
/// <param name="Descriptor">What kind it is.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Arguments">For the descriptor's message and hint.</param>
/// <param name="Hint">In place of the descriptor's own hint; <see langword="null"/>: that one.</param>
internal sealed record ExpressionIssue(DiagnosticDescriptor Descriptor, TextRange Range, object?[] Arguments, Hint? Hint = null)
{
    /// <summary>Makes the diagnostic, given its JSON Pointer and place, where a descriptor alone cannot say it.</summary>
    public Func<string, SourceSpan, Diagnostic>? Explain { get; init; }

    /// <summary>What mends it, where that is more, or elsewhere, than the hint's replacement of the marked text.</summary>
    public ExpressionMending? Mending { get; init; }

    public ExpressionIssue ShiftedBy(int offset) => this with { Range = Range.ShiftedBy(offset), Mending = Mending?.ShiftedBy(offset) };
}
