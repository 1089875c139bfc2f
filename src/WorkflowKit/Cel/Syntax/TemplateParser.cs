using System.Text;

namespace WorkflowKit.CelSyntax;

/// <summary>Cuts a string into literal text and the expressions between <c>${{</c> and <c>}}</c>; <c>$${{</c> is a literal <c>${{</c>.</summary>
internal static class TemplateParser
{
    private const string Open = "${{";
    private const string Close = "}}";

    /// <summary>Whether a string may hold expressions at all.</summary>
    public static bool HasExpressions(string text) => text.Contains(Open, StringComparison.Ordinal);

    public static IReadOnlyList<TemplatePart> Parse(string text, List<ExpressionIssue> issues, ExpressionLimits limits)
    {
        if (text.Length > limits.MaxTemplateLength)
        {
            issues.Add(new(ExpressionDiagnostics.TooLong, new(0, text.Length), [text.Length, limits.MaxTemplateLength]));
            return [];
        }

        List<TemplatePart> parts = [];
        var literal = new StringBuilder();
        var literalStart = 0;
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf(Open, position, StringComparison.Ordinal);
            if (open < 0)
                break;
            if (open > position && text[open - 1] == '$')
            {
                literal.Append(text, position, open - 1 - position).Append(Open);
                position = open + Open.Length;
                continue;
            }

            var start = open + Open.Length;
            if (FindClose(text, start) is not { } close)
            {
                issues.Add(new(ExpressionDiagnostics.OpenTemplate, new(open, Open.Length), [Open, Close])
                {
                    Mending = Closing(text, start),
                });
                return parts;
            }

            literal.Append(text, position, open - position);
            Flush(open);
            parts.Add(new(text[start..close], start, IsExpression: true));
            position = close + Close.Length;
            literalStart = position;
        }

        literal.Append(text, position, text.Length - position);
        Flush(text.Length);
        return parts;

        void Flush(int end)
        {
            if (literal.Length > 0)
                parts.Add(new(literal.ToString(), literalStart, IsExpression: false));
            literal.Clear();
            literalStart = end;
        }
    }

    // One brace where two belong, or none.
    private static ExpressionMending Closing(string text, int start)
    {
        var brace = text.AsSpan(start).IndexOfAny('{', '}');
        return brace >= 0 && text[start + brace] == '}'
            ? new("Add `}`", (new TextRange(start + brace, 0), "}"))
            : new($"Add `{Close}`", (new TextRange(text.TrimEnd().Length, 0), " " + Close));
    }

    /// <summary>The end of the expression that begins at a place; braces of maps and braces inside text do not count. <see langword="null"/>: it has none.</summary>
    public static int? FindClose(string text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\'' or '"':
                    i = SkipText(text, i, start);
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when depth > 0:
                    depth--;
                    break;
                case '}' when i + 1 < text.Length && text[i + 1] == '}':
                    return i;
            }
        }

        // Text that is never closed hides the mark: then the first one counts, and the expression's own error is told.
        return text.IndexOf(Close, start, StringComparison.Ordinal) is >= 0 and var first ? first : null;
    }

    private static int SkipText(string text, int quoteAt, int start)
    {
        var quote = text[quoteAt];
        var isRaw = quoteAt > start && text[quoteAt - 1] is 'r' or 'R';
        var length = quoteAt + 2 < text.Length && text[quoteAt + 1] == quote && text[quoteAt + 2] == quote ? 3 : 1;
        var end = new string(quote, length);
        for (var i = quoteAt + length; i < text.Length; i++)
        {
            if (text[i] == '\\' && !isRaw)
                i++;
            else if (string.CompareOrdinal(text, i, end, 0, length) == 0)
                return i + length - 1;
        }

        return text.Length;
    }
}
