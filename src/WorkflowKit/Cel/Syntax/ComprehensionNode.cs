namespace WorkflowKit.CelSyntax;

/// <summary>A macro over a list or map, with one or two variables.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Kind">Which macro.</param>
/// <param name="Source">The list or map.</param>
/// <param name="Variable">The item (one variable), or the index or key (two).</param>
/// <param name="Second">With two variables, the item or value.</param>
/// <param name="Filter">What an item must satisfy to be mapped; <see langword="null"/>: all are.</param>
/// <param name="Body">The condition, or what an item becomes.</param>
internal sealed record ComprehensionNode(
    TextRange Range, ComprehensionKind Kind, CelNode Source, string Variable, string? Second, CelNode? Filter, CelNode Body) : CelNode(Range);
