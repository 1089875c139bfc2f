namespace WorkflowKit.CelSyntax;

/// <summary>Changes of an expression's text that mend it, in the order of the text.</summary>
/// <param name="Title">What they do.</param>
/// <param name="Edits">The stretches, and what belongs in their places.</param>
internal sealed record ExpressionMending(string Title, params IReadOnlyList<(TextRange Range, string NewText)> Edits)
{
    public ExpressionMending ShiftedBy(int offset) => this with { Edits = [.. Edits.Select(edit => (edit.Range.ShiftedBy(offset), edit.NewText))] };

    /// <summary>Puts something before and behind a stretch.</summary>
    public static ExpressionMending Surround(string title, TextRange range, string before, string behind) =>
        new(title, (new TextRange(range.Start, 0), before), (new TextRange(range.End, 0), behind));
}
