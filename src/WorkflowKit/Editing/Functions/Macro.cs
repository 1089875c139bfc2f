namespace WorkflowKit.Editing.Functions;

/// <summary>A call that gives names to values, and what stands for such a call in completion.</summary>
/// <param name="Name">The name.</param>
/// <param name="Signature">How it is written.</param>
/// <param name="Arguments">What is put between the parentheses.</param>
/// <param name="Summary">What it gives.</param>
internal sealed record Macro(string Name, string Signature, string Arguments, string Summary);
