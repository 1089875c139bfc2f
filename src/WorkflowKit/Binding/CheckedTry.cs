namespace WorkflowKit.Binding;

/// <summary><c>try</c>.</summary>
/// <param name="Symbol">The step.</param>
/// <param name="Body">The guarded steps.</param>
/// <param name="Catch">The clauses.</param>
/// <param name="ErrorLocal">The name of the local that holds the failure in the clauses.</param>
/// <param name="Finally">The steps that run in any case.</param>
internal sealed record CheckedTry(StepSymbol Symbol, CheckedScope Body, IReadOnlyList<CheckedCase> Catch, string ErrorLocal, CheckedScope? Finally) : CheckedStep(Symbol);
