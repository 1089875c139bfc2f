using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary>The key that runs share a limit by.</summary>
/// <param name="Key">The expression, whose value is a text.</param>
/// <param name="ReadsInputs">Whether it reads the inputs.</param>
internal sealed record CheckedKey(BoundExpression Key, bool ReadsInputs);
