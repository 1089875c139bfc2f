using System.Globalization;
using System.Text;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Prints diagnostics for people: the sentence, the line of the source with the place marked, and how to mend it.</summary>
public static class DiagnosticFormatter
{
    private const int LongestLine = 160;
    private const int Before = 60;

    /// <summary>
    /// One diagnostic over several lines, without a line break at the end:
    /// <code>
    /// orders.workflow.json(3,11): error WK1018: There is no control step `foreach`.
    ///   3 |   "type": "foreach",
    ///     |           ^^^^^^^^^
    ///   Did you mean `forEach`?
    /// </code>
    /// </summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="source">The text that it is about.</param>
    public static string Format(Diagnostic diagnostic, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(source);
        var span = source.SpanOf(diagnostic.Span.Start, diagnostic.Span.Length);
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        var (line, column) = Window(source.LineAt(span.Line), span.Column - 1);
        var length = span.EndLine == span.Line ? span.Length : line.Length - column;

        var text = new StringBuilder()
            .Append(source.FileName).Append(span.ToString()).Append(": ").Append(diagnostic.Severity.ToString().ToLowerInvariant())
            .Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message)
            .Append("\n  ").Append(number).Append(" | ").Append(line)
            .Append("\n  ").Append(' ', number.Length).Append(" | ").Append(' ', column)
            .Append('^', Math.Clamp(length, 1, Math.Max(1, line.Length - column)));
        return diagnostic.Hint is null ? text.ToString() : text.Append("\n  ").Append(diagnostic.Hint).ToString();
    }

    /// <summary>Many diagnostics, an empty line between them.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    /// <param name="source">The text that they are about.</param>
    public static string Format(IEnumerable<Diagnostic> diagnostics, SourceText source)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return string.Join("\n\n", diagnostics.Select(one => Format(one, source)));
    }

    /// <summary>The part of a line around a column that fits on a screen; every character takes one cell, so that the mark below stands right.</summary>
    private static (string Line, int Column) Window(ReadOnlySpan<char> line, int column)
    {
        column = Math.Min(column, line.Length);
        var start = line.Length <= LongestLine ? 0 : Math.Clamp(column - Before, 0, line.Length - LongestLine);
        var window = line.Slice(start, Math.Min(LongestLine, line.Length - start)).ToArray();
        for (var i = 0; i < window.Length; i++)
        {
            if (char.IsControl(window[i]))
                window[i] = ' ';
        }

        return (new(window), column - start);
    }
}
