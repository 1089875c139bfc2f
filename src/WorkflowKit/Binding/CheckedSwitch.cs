namespace WorkflowKit.Binding;

/// <summary><c>switch</c>.</summary>
internal sealed record CheckedSwitch(StepSymbol Symbol, IReadOnlyList<CheckedCase> Cases, CheckedScope? Default) : CheckedStep(Symbol);
