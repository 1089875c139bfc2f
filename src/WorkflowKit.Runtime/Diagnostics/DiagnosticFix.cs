using System.Text;

namespace WorkflowKit.Diagnostics;

/// <summary>A mending that is certain: applied to the text that the diagnostic is about, it makes the diagnostic go away. Immutable.</summary>
/// <param name="Title">What it does, for a button or a menu: <c>Write `"forEach"`</c>.</param>
/// <param name="Edits">The changes, in the order of the text; they do not overlap.</param>
public sealed record DiagnosticFix(string Title, IReadOnlyList<TextEdit> Edits)
{
    private const int LongestTitle = 60;

    /// <summary>The text with the changes made.</summary>
    /// <param name="text">The text that the diagnostic is about, unchanged since.</param>
    /// <exception cref="ArgumentException">A change lies outside of the text: it is another text.</exception>
    public string ApplyTo(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in Edits)
        {
            var (start, end) = (edit.Span.Start, edit.Span.Start + edit.Span.Length);
            if (start < position || end > text.Length)
                throw new ArgumentException("The text is not the one that the diagnostic is about.", nameof(text));
            result.Append(text, position, start - position).Append(edit.NewText);
            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Puts a text in the place of another.</summary>
    internal static DiagnosticFix Replace(SourceSpan span, string newText) => new($"Write `{Shorten(newText)}`", [new(span, newText)]);

    private static string Shorten(string text) => text.Length <= LongestTitle ? text : string.Concat(text.AsSpan(0, LongestTitle), "…");
}
