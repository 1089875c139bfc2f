using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary>A call of a step class.</summary>
/// <param name="Symbol">The step.</param>
/// <param name="Descriptor">The step class.</param>
/// <param name="Input">What it is given.</param>
/// <param name="Result">The type of what it gives back.</param>
internal sealed record CheckedActivity(StepSymbol Symbol, StepDescriptor Descriptor, BoundExpression Input, CelType Result) : CheckedStep(Symbol)
{
    public override CelType Output => Result;
}
