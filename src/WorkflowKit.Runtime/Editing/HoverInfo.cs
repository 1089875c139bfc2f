using WorkflowKit.Diagnostics;

namespace WorkflowKit.Editing;

/// <summary>What stands at a place. Immutable.</summary>
/// <param name="Span">The name or word that it is about.</param>
/// <param name="Title">What it is, in a line: <c>steps.fetch.output.total: double</c>.</param>
/// <param name="Documentation">What it is for, in Markdown; <see langword="null"/>: nobody says.</param>
public sealed record HoverInfo(SourceSpan Span, string Title, string? Documentation);
