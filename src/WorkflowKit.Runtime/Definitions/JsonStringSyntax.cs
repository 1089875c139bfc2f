namespace WorkflowKit.Definitions;

/// <summary>Finds what is wrong inside a string.</summary>
internal static class JsonStringSyntax
{
    /// <summary>The first error of the string that begins at <paramref name="start"/>; <see langword="null"/> where it is well-formed.</summary>
    public static JsonStringError? FindError(char[] text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return null;
                case '\n' or '\r':
                    return Unclosed(text, start, i);
                case < ' ':
                    return new(i, 1, $"The control character U+{(int)text[i]:X4} cannot stand in a string.", text[i] == '\t' ? @"Write `\t`." : $@"Write `\u{(int)text[i]:x4}`.", [(i, ' ')])
                    {
                        Mending = (i, 1, text[i] == '\t' ? @"\t" : $@"\u{(int)text[i]:x4}"),
                    };
                case '\\' when EscapeLength(text, i) is var length and > 0:
                    i += length - 1;
                    break;
                case '\\' when i + 1 == text.Length || text[i + 1] < ' ':
                    return Unclosed(text, start, i + 1 == text.Length ? i : i + 1);
                case '\\':
                    return text[i + 1] == 'u'
                        ? new(i, 2, @"`\u` needs four hexadecimal digits.", @"Write it like `\u00e9`.", [(i, '?')])
                        : new(i, 2, $@"`\{(char.IsSurrogate(text[i + 1]) ? '\uFFFD' : text[i + 1])}` is no escape.", @"A backslash itself is written `\\`.", [(i, '?')]) { Mending = (i, 1, @"\\") };
            }
        }

        return Unclosed(text, start, text.Length);
    }

    /// <summary>
    /// The quotes that are meant as part of a text: the one at <paramref name="first"/> and those behind it in the line, up to the one behind
    /// which the JSON goes on. None where that one is not to be found.
    /// </summary>
    public static IReadOnlyList<int> QuotesInside(char[] text, int first, bool isInObject)
    {
        List<int> quotes = [first];
        for (var i = first + 1; i < text.Length && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] != '"' || text[i - 1] == '\\')
                continue;
            if (EndsValue(text, i + 1, isInObject))
                return quotes;
            quotes.Add(i);
        }

        return [];
    }

    private static bool EndsValue(char[] text, int position, bool isInObject)
    {
        var next = JsonTrivia.Skip(text, position);
        if (next == text.Length || text[next] == (isInObject ? '}' : ']'))
            return true;
        if (text[next] != ',')
            return text.AsSpan(position, next - position).Contains('\n');
        if (!isInObject)
            return true;
        // Behind the comma stands the next member's name and a colon.
        var name = JsonTrivia.Skip(text, next + 1);
        return name < text.Length && text[name] == '"' && FindError(text, name) is null && JsonTrivia.Skip(text, EndOf(text, name)) is var colon && colon < text.Length && text[colon] == ':';
    }

    /// <summary>Where a well-formed string ends, behind its closing quote.</summary>
    public static int EndOf(char[] text, int start)
    {
        var i = start + 1;
        while (text[i] != '"')
            i += text[i] == '\\' ? EscapeLength(text, i) : 1;
        return i + 1;
    }

    /// <summary>The quote is put where its line ends, before the comma if there is one: that is what was most probably meant.</summary>
    private static JsonStringError Unclosed(char[] text, int start, int lineEnd)
    {
        (int Position, char Replacement)[] repair = [];
        if (lineEnd < text.Length && text[lineEnd] is '\n' or '\r')
            repair = text[lineEnd - 1] == ',' && lineEnd - 1 > start ? [(lineEnd - 1, '"'), (lineEnd, ',')] : [(lineEnd, '"')];
        return new(start, lineEnd - start, "This string is never closed.", "Add `\"` at its end; a line break inside a string is written `\\n`.", repair)
        {
            Mending = repair.Length == 0 ? null : (repair[0].Position, 0, "\""),
        };
    }

    private static int EscapeLength(char[] text, int at) => at + 1 >= text.Length ? 0 : text[at + 1] switch
    {
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => 2,
        'u' when at + 6 <= text.Length && Array.TrueForAll(text[(at + 2)..(at + 6)], char.IsAsciiHexDigit) => 6,
        _ => 0,
    };
}
