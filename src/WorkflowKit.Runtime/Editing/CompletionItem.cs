using WorkflowKit.Diagnostics;

namespace WorkflowKit.Editing;

/// <summary>One thing that can be written at a place. Immutable.</summary>
/// <param name="Label">What the list shows, and what typed letters are compared with.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="InsertText">What takes the place of <paramref name="Span"/>: text as it stands in the file, escapes included.</param>
/// <param name="Span">What is replaced; of no length where nothing is.</param>
/// <param name="SortKey">Items are listed in the ordinal order of it.</param>
public sealed record CompletionItem(string Label, CompletionKind Kind, string InsertText, SourceSpan Span, string SortKey)
{
    /// <summary>A few words about it, such as its type; <see langword="null"/>: none.</summary>
    public string? Detail { get; init; }

    /// <summary>What it is for, in Markdown; <see langword="null"/>: nobody says.</summary>
    public string? Documentation { get; init; }

    /// <summary>Where the caret belongs afterwards: an offset in <see cref="InsertText"/>.</summary>
    public int Caret { get; init; } = InsertText.Length;
}
