namespace WorkflowKit.CelSyntax;

/// <summary>How long (in characters) and how deep (in levels) an expression may be.</summary>
internal sealed record ExpressionLimits(int MaxLength, int MaxDepth, int MaxTemplateLength)
{
    public static ExpressionLimits Default { get; } = new(8 * 1024, 64, 64 * 1024);
}
