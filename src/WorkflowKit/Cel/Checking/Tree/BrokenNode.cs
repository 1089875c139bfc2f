using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Stands where something is wrong, which has been reported.</summary>
internal sealed record BrokenNode(TextRange Range) : CheckedNode(CelType.Error, Range)
{
    /// <summary>What evaluating it fails with, where it was not reported.</summary>
    public string? Failure { get; init; }

    public override bool CanFail => true;
}
