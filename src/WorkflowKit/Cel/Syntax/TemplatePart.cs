namespace WorkflowKit.CelSyntax;

/// <summary>A piece of a template string.</summary>
/// <param name="Text">Literal text, or the text of an expression without its marks.</param>
/// <param name="Start">Where it starts in the string.</param>
/// <param name="IsExpression">Whether it is an expression.</param>
internal readonly record struct TemplatePart(string Text, int Start, bool IsExpression);
