using System.Buffers;
using WorkflowKit.Schemas.Patterns;

namespace WorkflowKit.Schemas.Formats;

/// <summary>UUIDs, JSON Pointers and regular expressions.</summary>
internal static class TextFormats
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);

    public static bool IsUuid(ReadOnlySpan<char> text) =>
        text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
        && IsHex(text[..8]) && IsHex(text[9..13]) && IsHex(text[14..18]) && IsHex(text[19..23]) && IsHex(text[24..]);

    public static bool IsJsonPointer(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] != '/')
            return false;

        while (text.IndexOf('~') is >= 0 and var tilde)
        {
            if (tilde + 1 >= text.Length || text[tilde + 1] is not ('0' or '1'))
                return false;
            text = text[(tilde + 2)..];
        }

        return true;
    }

    public static bool IsRelativeJsonPointer(ReadOnlySpan<char> text)
    {
        var digits = LeadingNumber(text);
        if (digits == 0)
            return false;

        text = text[digits..];
        if (text is ['+' or '-', not '0', ..])
        {
            var shift = LeadingNumber(text[1..]);
            if (shift == 0)
                return false;
            text = text[(shift + 1)..];
        }

        return text is "#" || IsJsonPointer(text);
    }

    /// <summary>The length of a number without a superfluous zero; 0 where there is none.</summary>
    private static int LeadingNumber(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        return digits > 1 && text[0] == '0' ? 0 : digits;
    }

    public static bool IsRegex(ReadOnlySpan<char> text)
    {
        if (text.Length > SchemaPattern.MaxLength)
            return false;

        try
        {
            PatternTranslator.Translate(text.ToString());
            return true;
        }
        catch (PatternException exception)
        {
            return exception.IsUnsupported;
        }
    }
}
