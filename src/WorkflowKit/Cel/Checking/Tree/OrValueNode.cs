using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>The value of an optional, or another where it has none.</summary>
internal sealed record OrValueNode(CelType Type, TextRange Range, CheckedNode Optional, CheckedNode Otherwise) : CheckedNode(Type, Range)
{
    public override bool CanFail => Optional.CanFail || Otherwise.CanFail;
}
