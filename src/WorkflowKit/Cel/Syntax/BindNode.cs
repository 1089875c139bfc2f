namespace WorkflowKit.CelSyntax;

/// <summary>The macro <c>cel.bind(name, value, body)</c>.</summary>
internal sealed record BindNode(TextRange Range, string Variable, CelNode Value, CelNode Body) : CelNode(Range);
