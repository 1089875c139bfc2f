using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A value that may be null or absent, used where it must be there: if it is not, evaluation fails with its name.</summary>
internal sealed record RequiredNode(CelType Type, CheckedNode Operand, string Name) : CheckedNode(Type, Operand.Range)
{
    public override string? Path => Operand.Path;

    public override bool CanFail => true;
}
