namespace WorkflowKit.Editing;

/// <summary>One way to call a function. Immutable.</summary>
/// <param name="Label">How it is written: <c>string.startsWith(string) -> bool</c>.</param>
/// <param name="Parameters">The arguments, each as the label shows it.</param>
/// <param name="Documentation">What it gives.</param>
public sealed record FunctionSignature(string Label, IReadOnlyList<string> Parameters, string Documentation);
