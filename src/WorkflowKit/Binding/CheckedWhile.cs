using WorkflowKit.CelChecking;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary><c>while</c>.</summary>
internal sealed record CheckedWhile(StepSymbol Symbol, BoundExpression Condition, CheckedScope Body) : CheckedStep(Symbol)
{
    public new WhileDefinition Definition => (WhileDefinition)Symbol.Definition;
}
