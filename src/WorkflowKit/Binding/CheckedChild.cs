using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary><c>workflow</c>.</summary>
internal sealed record CheckedChild(StepSymbol Symbol, string WorkflowId, BoundExpression? Inputs) : CheckedStep(Symbol)
{
    public override CelType Output => CelType.Dyn;
}
