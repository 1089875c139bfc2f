namespace WorkflowKit.CelSyntax;

/// <summary>The macro <c>has(operand.member)</c>.</summary>
internal sealed record HasNode(TextRange Range, SelectNode Selection) : CelNode(Range);
