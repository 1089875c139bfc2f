using System.Text;

namespace WorkflowKit.Schemas.Formats;

/// <summary>Host names of RFC 1123, section 2.1, and internationalized ones of RFC 5890 to 5892.</summary>
internal static class HostNameFormats
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;
    private const string EncodedPrefix = "xn--";

    public static bool IsHostName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength)
            return false;

        foreach (var range in text.Split('.'))
        {
            if (!IsAsciiLabel(text[range]))
                return false;
        }

        return true;
    }

    public static bool IsInternationalHostName(ReadOnlySpan<char> text)
    {
        // An encoded name is never shorter in characters than the name itself, so longer ones need no look.
        if (text.Length is 0 or > 2 * MaxLength)
            return false;

        var length = -1;
        foreach (var range in text.SplitAny('.', '\u3002', '\uFF0E', '\uFF61'))
        {
            var label = text[range];
            var size = Ascii.IsValid(label) ? (IsAsciiLabel(label) ? label.Length : -1) : EncodedLength(label);
            if (size is < 1 or > MaxLabelLength)
                return false;
            length += size + 1;
        }

        return length <= MaxLength;
    }

    private static bool IsAsciiLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
            return false;

        foreach (var one in label)
        {
            if (!char.IsAsciiLetterOrDigit(one) && one != '-')
                return false;
        }

        return !label.StartsWith(EncodedPrefix, StringComparison.OrdinalIgnoreCase)
            || (Punycode.Decode(label[EncodedPrefix.Length..]) is { } decoded && InternationalLabel.IsValid(decoded));
    }

    private static int EncodedLength(ReadOnlySpan<char> label)
    {
        var runes = new List<int>();
        foreach (var rune in label.EnumerateRunes())
            runes.Add(rune.Value);

        return InternationalLabel.IsValid(runes) ? EncodedPrefix.Length + Punycode.EncodedLength(runes) : -1;
    }
}
