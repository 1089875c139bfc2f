using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary><c>set</c>.</summary>
/// <param name="Symbol">The step.</param>
/// <param name="Value">The value as a dynamic one.</param>
/// <param name="Typed">The value as expressions read it, its objects as records.</param>
/// <param name="Records">Those records.</param>
internal sealed record CheckedSet(StepSymbol Symbol, BoundExpression Value, BoundExpression Typed, IReadOnlyList<RecordShape> Records) : CheckedStep(Symbol)
{
    public override CelType Output => Typed.Type;
}
