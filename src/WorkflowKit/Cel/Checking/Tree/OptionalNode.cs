using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A possibly absent name as an optional: <c>steps.?approve.?output</c>.</summary>
internal sealed record OptionalNode(CelType Type, CheckedNode Operand) : CheckedNode(Type, Operand.Range)
{
    public override string? Path => Operand.Path;

    public override bool CanFail => Operand.CanFail;
}
