using WorkflowKit.Diagnostics;

namespace WorkflowKit.Editing;

/// <summary>What renaming a step takes. Immutable.</summary>
/// <param name="Edits">The edits, in the order of the text; none where there is a problem.</param>
/// <param name="Problem">Why the step cannot have this id, in a sentence; <see langword="null"/>: it can.</param>
public sealed record RenameResult(IReadOnlyList<TextEdit> Edits, string? Problem = null);
