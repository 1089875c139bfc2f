using System.Globalization;

namespace WorkflowKit.Schemas.Formats;

/// <summary>IP addresses: dotted quads of RFC 2673, section 3.2, and IPv6 of RFC 4291, section 2.2, without zones.</summary>
internal static class AddressFormats
{
    private const int Groups = 8;

    public static bool IsIPv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length > 3 || (part.Length > 1 && part[0] == '0')
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                return false;
        }

        return parts == 4;
    }

    public static bool IsIPv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
            return CountGroups(text, mayEndInIPv4: true) == Groups;

        var head = text[..gap];
        var tail = text[(gap + 2)..];
        var before = head.IsEmpty ? 0 : CountGroups(head, mayEndInIPv4: false);
        var after = tail.IsEmpty ? 0 : CountGroups(tail, mayEndInIPv4: true);
        return before >= 0 && after >= 0 && before + after < Groups;
    }

    /// <summary>The number of 16-bit groups; -1 where one is wrong.</summary>
    private static int CountGroups(ReadOnlySpan<char> text, bool mayEndInIPv4)
    {
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (mayEndInIPv4 && range.End.GetOffset(text.Length) == text.Length && IsIPv4(group))
                return count + 2;
            if (group.Length is 0 or > 4 || !TextFormats.IsHex(group))
                return -1;
            count++;
        }

        return count;
    }
}
