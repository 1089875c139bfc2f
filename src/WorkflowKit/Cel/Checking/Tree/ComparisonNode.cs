using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A comparison: <c>== != &lt; &lt;= &gt; &gt;=</c> and <c>in</c>.</summary>
internal sealed record ComparisonNode(TextRange Range, string Operator, CheckedNode Left, CheckedNode Right) : CheckedNode(CelType.Bool, Range)
{
    public override bool CanFail =>
        Left.CanFail || Right.CanFail || (Operator is not ("==" or "!=") && (Left.Type.IsDynamic || Right.Type.IsDynamic));
}
