namespace WorkflowKit.CelSyntax;

/// <summary>A binary operator; a higher precedence binds tighter.</summary>
internal sealed record BinaryOperator(string Function, int Precedence);
