using System.Security.Cryptography;
using System.Text;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>The text of one definition with its name. Immutable and safe to share.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;
    private string? _hash;
    private int _lastIndex;

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="fileName">The name that diagnostics and stack traces show; a bare file name, not a path.</param>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty.</exception>
    public SourceText(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Text = text;
        FileName = fileName;
    }

    /// <summary>The JSON as written.</summary>
    public string Text { get; }

    /// <summary>The name that diagnostics and stack traces show, such as <c>order-fulfilment.workflow.json</c>.</summary>
    public string FileName { get; }

    /// <summary>SHA-256 of the UTF-8 text as 64 lower-case hexadecimal digits.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLines(Text);

    /// <summary>The place of a stretch of the text; what lies outside of the text is cut off.</summary>
    /// <param name="start">Zero-based offset of its first character, in UTF-16 code units.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    public SourceSpan SpanOf(int start, int length)
    {
        start = Math.Clamp(start, 0, Text.Length);
        length = Math.Clamp(length, 0, Text.Length - start);
        var (line, column) = PositionOf(start);
        var (endLine, endColumn) = length == 0 ? (line, column) : PositionOf(start + length);
        return new(start, length, line, column, endLine, endColumn);
    }

    /// <summary>One line without its line break.</summary>
    /// <param name="line">One-based number of the line.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public ReadOnlySpan<char> LineAt(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);
        var start = LineStarts[line - 1];
        var end = line < LineCount ? LineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The offset of a place that is given by its line and column.</summary>
    /// <param name="line">One-based number of the line.</param>
    /// <param name="column">One-based column, in UTF-16 code units; that behind the last character of the line is one too.</param>
    /// <returns>Zero-based offset in UTF-16 code units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public int OffsetOf(int line, int column)
    {
        var length = LineAt(line).Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, length + 1);
        return LineStarts[line - 1] + column - 1;
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        // Readers ask for one place after another: mostly it is in the line of the last one, or in the next. Threads may mix these up; then it is looked for.
        var index = _lastIndex;
        if (!IsInLine(index, offset) && !IsInLine(++index, offset))
        {
            index = Array.BinarySearch(LineStarts, offset);
            if (index < 0)
                index = ~index - 1;
        }

        _lastIndex = index;
        return (index + 1, offset - LineStarts[index] + 1);
    }

    private bool IsInLine(int index, int offset) =>
        index < LineStarts.Length && offset >= LineStarts[index] && (index + 1 == LineStarts.Length || offset < LineStarts[index + 1]);

    private static int[] FindLines(string text)
    {
        List<int> starts = [0];
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? -1 : i + next;
        }

        return [.. starts];
    }
}
