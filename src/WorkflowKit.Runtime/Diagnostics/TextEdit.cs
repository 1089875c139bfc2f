namespace WorkflowKit.Diagnostics;

/// <summary>One change of the source text. Immutable.</summary>
/// <param name="Span">What is taken out; an empty span where something is only put in.</param>
/// <param name="NewText">What is put in its place; empty where something is only taken out.</param>
public sealed record TextEdit(SourceSpan Span, string NewText);
