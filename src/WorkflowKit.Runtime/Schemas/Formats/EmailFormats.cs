using System.Buffers;

namespace WorkflowKit.Schemas.Formats;

/// <summary>Mailboxes of RFC 5321, section 4.1.2, and with all of Unicode those of RFC 6531.</summary>
internal static class EmailFormats
{
    private static readonly SearchValues<char> AtomCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~");

    public static bool IsEmail(ReadOnlySpan<char> text) => IsMailbox(text, international: false);

    public static bool IsInternationalEmail(ReadOnlySpan<char> text) => IsMailbox(text, international: true);

    private static bool IsMailbox(ReadOnlySpan<char> text, bool international)
    {
        // A domain holds no '@'; a quoted local part may.
        var at = text.LastIndexOf('@');
        return at > 0
            && IsLocalPart(text[..at], international)
            && IsDomain(text[(at + 1)..], international);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text, bool international)
    {
        if (text is ['"', .. var quoted, '"'])
            return IsQuoted(quoted, international);

        foreach (var range in text.Split('.'))
        {
            var atom = text[range];
            if (atom.IsEmpty)
                return false;
            foreach (var one in atom)
            {
                if (!AtomCharacters.Contains(one) && !(international && one > 0x7F))
                    return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text, bool international)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return false;
            if (i >= text.Length || (text[i] is < ' ' or > '~' && !(international && text[i] > 0x7F)))
                return false;
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> text, bool international)
    {
        if (text is not ['[', .. var literal, ']'])
            return international ? HostNameFormats.IsInternationalHostName(text) : HostNameFormats.IsHostName(text);

        return literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
            ? AddressFormats.IsIPv6(literal[5..])
            : AddressFormats.IsIPv4(literal);
    }
}
