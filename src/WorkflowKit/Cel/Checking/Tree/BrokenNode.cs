using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Stands where something is wrong, which has been reported.</summary>
internal sealed record BrokenNode(TextRange Range) : CheckedNode(CelType.Error, Range)
{
    public override bool CanFail => true;
}
