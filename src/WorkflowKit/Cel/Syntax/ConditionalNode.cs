namespace WorkflowKit.CelSyntax;

/// <summary><c>condition ? then : otherwise</c></summary>
internal sealed record ConditionalNode(TextRange Range, CelNode Condition, CelNode Then, CelNode Otherwise) : CelNode(Range);
