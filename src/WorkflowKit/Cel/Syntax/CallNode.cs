namespace WorkflowKit.CelSyntax;

/// <summary>A call of a function, of a method (<paramref name="Target"/> is given), or of an operator (its name has underscores: <c>_+_</c>).</summary>
internal sealed record CallNode(TextRange Range, CelNode? Target, string Function, TextRange FunctionRange, IReadOnlyList<CelNode> Arguments) : CelNode(Range);
