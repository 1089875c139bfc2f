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
