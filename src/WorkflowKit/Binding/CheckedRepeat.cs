using WorkflowKit.CelChecking;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary><c>repeat</c>.</summary>
internal sealed record CheckedRepeat(StepSymbol Symbol, CheckedScope Body, BoundExpression Until) : CheckedStep(Symbol)
{
    public new RepeatDefinition Definition => (RepeatDefinition)Symbol.Definition;
}
