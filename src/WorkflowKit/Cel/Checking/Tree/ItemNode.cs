using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An item by index or key, or with <paramref name="IsOptional"/> an optional item.</summary>
internal sealed record ItemNode(CelType Type, TextRange Range, CheckedNode Operand, CheckedNode Index, bool IsOptional) : CheckedNode(Type, Range)
{
    public override bool CanFail => true;
}
