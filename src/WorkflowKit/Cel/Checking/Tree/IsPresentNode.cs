using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A test whether a value of a known type is there: <c>has(order.note)</c>.</summary>
internal sealed record IsPresentNode(TextRange Range, CheckedNode Operand) : CheckedNode(CelType.Bool, Range)
{
    public override bool CanFail => Operand.CanFail;
}
