using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary><c>fail</c>.</summary>
internal sealed record CheckedFail(StepSymbol Symbol, BoundExpression Message, BoundExpression? Code) : CheckedStep(Symbol);
