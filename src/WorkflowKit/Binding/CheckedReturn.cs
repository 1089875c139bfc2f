using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary><c>return</c>.</summary>
internal sealed record CheckedReturn(StepSymbol Symbol, BoundExpression? Value) : CheckedStep(Symbol);
