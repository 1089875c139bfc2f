using System.Buffers;

namespace WorkflowKit.Schemas.Formats;

/// <summary>URI templates of RFC 6570.</summary>
internal static class UriTemplateFormat
{
    private static readonly SearchValues<char> NeverLiteral = SearchValues.Create(" \"'<>\\^`{|}\u007F");

    public static bool IsUriTemplate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                var end = text.IndexOf('}');
                if (end < 0 || !IsExpression(text[1..end]))
                    return false;
                text = text[(end + 1)..];
                continue;
            }

            var width = LiteralWidth(text);
            if (width == 0)
                return false;
            text = text[width..];
        }

        return true;
    }

    private static int LiteralWidth(ReadOnlySpan<char> text)
    {
        if (text[0] == '%')
            return text.Length >= 3 && TextFormats.IsHex(text[1..3]) ? 3 : 0;

        return text[0] <= ' ' || text[0] is >= (char)0x80 and < (char)0xA0 || NeverLiteral.Contains(text[0]) ? 0 : 1;
    }

    private static bool IsExpression(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] is '+' or '#' or '.' or '/' or ';' or '?' or '&' or '=' or ',' or '!' or '@' or '|')
            text = text[1..];

        foreach (var range in text.Split(','))
        {
            if (!IsVariable(text[range]))
                return false;
        }

        return true;
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        if (text.EndsWith('*'))
        {
            text = text[..^1];
        }
        else if (text.IndexOf(':') is >= 0 and var colon)
        {
            var prefix = text[(colon + 1)..];
            if (prefix.Length is 0 or > 4 || prefix[0] == '0' || prefix.IndexOfAnyExceptInRange('0', '9') >= 0)
                return false;
            text = text[..colon];
        }

        return IsName(text);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '.' || text[^1] == '.')
            return false;

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !TextFormats.IsHex(text[(i + 1)..(i + 3)]))
                    return false;
                i += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('_' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
