namespace WorkflowKit.CelSyntax;

/// <summary><c>operand.member</c>, or <c>operand.?member</c>.</summary>
internal sealed record SelectNode(TextRange Range, CelNode Operand, string Member, TextRange MemberRange, bool IsOptional) : CelNode(Range);
