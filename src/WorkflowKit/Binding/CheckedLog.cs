using WorkflowKit.CelChecking;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary><c>log</c>.</summary>
internal sealed record CheckedLog(StepSymbol Symbol, BoundExpression Message) : CheckedStep(Symbol)
{
    public string Level => ((LogDefinition)Definition).Level;
}
