using System.Globalization;
using System.Text;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Prints diagnostics for people: the sentence, the line of the source with the place marked, and how to mend it.</summary>
public static class DiagnosticFormatter
{
    /// <summary>
    /// One diagnostic over several lines, without a line break at the end:
    /// <code>
    /// orders.workflow.json:3:11: error WK1018: There is no control step `foreach`.
    ///   3 |   "type": "foreach",
    ///     |           ^^^^^^^^^
    ///   Did you mean `forEach`?
    /// </code>
    /// Of a place over several lines, the first and the last are shown. Tabs become blanks, and of a long line the part around the place is shown.
    /// </summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="source">The text that it is about.</param>
    public static string Format(Diagnostic diagnostic, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(source);
        var span = source.SpanOf(diagnostic.Span.Start, diagnostic.Span.Length);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{source.FileName}:{span.Line}:{span.Column}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {diagnostic.Message}");
        AppendLines(text, span, source);
        if ((diagnostic.Hint ?? diagnostic.Fix?.Title) is { } hint)
            text.Append("\n  ").Append(hint);
        return text.ToString();
    }

    /// <summary>Many diagnostics, an empty line between them.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="source">The text that they are about.</param>
    public static string Format(IEnumerable<Diagnostic> diagnostics, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return string.Join("\n\n", diagnostics.Select(one => Format(one, source)));
    }

    private static void AppendLines(StringBuilder text, SourceSpan span, SourceText source)
    {
        var lastLine = span.EndColumn == 1 && span.EndLine > span.Line ? span.EndLine - 1 : span.EndLine;
        var digits = lastLine.ToString(CultureInfo.InvariantCulture).Length;
        var first = source.LineAt(span.Line);
        Append(span.Line, first, span.Column - 1, lastLine == span.Line && span.EndLine == span.Line ? span.EndColumn - 1 : first.Length);
        if (lastLine == span.Line)
            return;

        if (lastLine > span.Line + 1)
            text.Append("\n  ").Append(' ', digits).Append(" | ...");
        var last = source.LineAt(lastLine);
        Append(lastLine, last, last.Length - last.TrimStart().Length, lastLine == span.EndLine ? span.EndColumn - 1 : last.Length);

        void Append(int number, ReadOnlySpan<char> line, int start, int end)
        {
            var marked = MarkedLine.Of(line, start, end);
            text.Append("\n  ").Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(digits)).Append(" | ").Append(marked.Text)
                .Append("\n  ").Append(' ', digits).Append(" | ").Append(marked.Mark);
        }
    }
}
