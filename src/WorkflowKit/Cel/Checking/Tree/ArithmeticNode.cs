using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Arithmetic and concatenation: <c>+ - * / %</c>, and <c>-</c> with one operand.</summary>
internal sealed record ArithmeticNode(CelType Type, TextRange Range, string Operator, IReadOnlyList<CheckedNode> Operands) : CheckedNode(Type, Range)
{
    public override bool CanFail => Type.Kind is not (CelTypeKind.Double or CelTypeKind.String or CelTypeKind.Bytes) || Operands.Any(o => o.CanFail || o.Type.Kind != Type.Kind);
}
