using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A value that may be null or absent, where a guard has shown that it is there.</summary>
internal sealed record PresentNode(CelType Type, CheckedNode Operand) : CheckedNode(Type, Operand.Range)
{
    public override string? Path => Operand.Path;

    public override bool CanFail => Operand.CanFail;
}
