using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Expressions;

/// <summary>An expression in a JSON string, and a place in it.</summary>
/// <param name="Text">The expression, without JSON escapes.</param>
/// <param name="Cursor">The place: an offset in it.</param>
internal sealed record ExpressionSite(string Text, int Cursor)
{
    private const string Open = "${{";

    private SourceText _source = null!;
    private int _rawStart;
    private int _rawEnd;
    private int _offset;

    /// <summary>The expression at a place; <see langword="null"/>: there is none, nor can there be.</summary>
    public static ExpressionSite? Find(SourceText source, JsonCursor cursor, Role role)
    {
        var isBare = role is { Kind: RoleKind.Plain, Member.Kind: FormatKind.Expression or FormatKind.Condition or FormatKind.DurationOrExpression or FormatKind.TimestampOrExpression };
        if (cursor.Kind != CursorKind.Value || (!isBare && role.Kind != RoleKind.Template))
            return null;
        if (!cursor.IsQuoted)
            return isBare && cursor.Typed.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') ? At(source, cursor, cursor.Typed, cursor.Typed.Length, 0) : null;

        var text = JsonEscapes.Unescape(source.Text.AsSpan(cursor.Start, cursor.End - cursor.Start));
        return isBare && !text.AsSpan().TrimStart().StartsWith(Open)
            ? At(source, cursor, text, cursor.Typed.Length, 0)
            : InTemplate(text, cursor.Typed.Length) is var (start, end) ? At(source, cursor, text[start..end], cursor.Typed.Length - start, start) : null;
    }

    /// <summary>Where a piece of the expression stands in the source text.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        var raw = _source.Text.AsSpan(_rawStart, _rawEnd - _rawStart);
        var from = JsonEscapes.Skip(raw, 0, _offset + start);
        var to = JsonEscapes.Skip(raw, from, end - start);
        return _source.SpanOf(_rawStart + from, to - from);
    }

    public SourceSpan SpanOf(TextRange range) => SpanOf(range.Start, range.End);

    private static ExpressionSite At(SourceText source, JsonCursor cursor, string text, int at, int offset) =>
        new(text, Math.Clamp(at, 0, text.Length)) { _source = source, _rawStart = cursor.Start, _rawEnd = cursor.End, _offset = offset };

    /// <summary>The expression of a template that an offset is in; one that is not closed goes up to the end.</summary>
    private static (int Start, int End)? InTemplate(string text, int cursor)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0)
                return null;
            var start = open + Open.Length;
            if (open > at && text[open - 1] == '$')
            {
                at = start;
                continue;
            }

            if (cursor < start)
                return null;
            var close = TemplateParser.FindClose(text, start) ?? text.Length;
            if (cursor <= close)
                return (start, close);
            at = close + 2;
        }

        return null;
    }
}
