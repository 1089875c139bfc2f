namespace WorkflowKit.CelSyntax;

/// <summary><c>operand[index]</c>, or <c>operand[?index]</c>.</summary>
internal sealed record IndexNode(TextRange Range, CelNode Operand, CelNode Index, bool IsOptional) : CelNode(Range);
