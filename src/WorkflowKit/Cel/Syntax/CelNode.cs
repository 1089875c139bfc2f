namespace WorkflowKit.CelSyntax;

/// <summary>A node of an expression's syntax tree. Immutable.</summary>
/// <param name="Range">Where it stands in the expression's text.</param>
internal abstract record CelNode(TextRange Range)
{
    /// <summary>How deep the tree below it is; a leaf has 1.</summary>
    public int Depth { get; init; } = 1;
}
