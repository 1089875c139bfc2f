using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Logic: <c>&amp;&amp;</c>, <c>||</c>, and <c>!</c> with no right side.</summary>
internal sealed record LogicNode(TextRange Range, string Operator, CheckedNode Left, CheckedNode? Right) : CheckedNode(CelType.Bool, Range)
{
    public override bool CanFail => Left.CanFail || Right?.CanFail == true || Left.Type.IsDynamic || Right?.Type.IsDynamic == true;
}
