using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary><c>condition ? then : otherwise</c></summary>
internal sealed record ChoiceNode(CelType Type, TextRange Range, CheckedNode Condition, CheckedNode Then, CheckedNode Otherwise) : CheckedNode(Type, Range)
{
    public override bool CanFail => Condition.CanFail || Condition.Type.IsDynamic || Then.CanFail || Otherwise.CanFail;
}
