using System.Buffers;

namespace WorkflowKit.Schemas.Formats;

/// <summary>URIs and references of RFC 3986, and IRIs of RFC 3987, which may hold all of Unicode.</summary>
internal static class UriFormats
{
    private const string Unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    private static readonly SearchValues<char> UserCharacters = SearchValues.Create(Unreserved + SubDelimiters + ":");
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(Unreserved + SubDelimiters);
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(Unreserved + SubDelimiters + ":@/");
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(Unreserved + SubDelimiters + ":@/?");

    public static bool IsUri(ReadOnlySpan<char> text) => IsValid(text, absolute: true, international: false);

    public static bool IsUriReference(ReadOnlySpan<char> text) => IsValid(text, absolute: false, international: false);

    public static bool IsIri(ReadOnlySpan<char> text) => IsValid(text, absolute: true, international: true);

    public static bool IsIriReference(ReadOnlySpan<char> text) => IsValid(text, absolute: false, international: true);

    private static bool IsValid(ReadOnlySpan<char> text, bool absolute, bool international)
    {
        if (text.IndexOf('#') is >= 0 and var hash)
        {
            if (!HasOnly(text[(hash + 1)..], QueryCharacters, international))
                return false;
            text = text[..hash];
        }

        if (text.IndexOf('?') is >= 0 and var mark)
        {
            if (!HasOnly(text[(mark + 1)..], QueryCharacters, international, inQuery: true))
                return false;
            text = text[..mark];
        }

        var colon = text.IndexOfAny(':', '/');
        if (colon >= 0 && text[colon] == ':')
        {
            // A relative path whose first segment holds a colon would read as a scheme: not allowed either.
            if (!IsScheme(text[..colon]))
                return false;
            text = text[(colon + 1)..];
        }
        else if (absolute)
        {
            return false;
        }

        if (!text.StartsWith("//"))
            return HasOnly(text, PathCharacters, international);

        text = text[2..];
        var end = text.IndexOf('/') is >= 0 and var slash ? slash : text.Length;
        return IsAuthority(text[..end], international) && HasOnly(text[end..], PathCharacters, international);
    }

    private static bool IsScheme(ReadOnlySpan<char> text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.ContainsAnyExcept(SchemeCharacters);

    private static bool IsAuthority(ReadOnlySpan<char> text, bool international)
    {
        if (text.LastIndexOf('@') is >= 0 and var at)
        {
            if (!HasOnly(text[..at], UserCharacters, international))
                return false;
            text = text[(at + 1)..];
        }

        var hostEnd = text.StartsWith('[') ? text.IndexOf(']') + 1 : text.IndexOf(':');
        if (text.StartsWith('[') && hostEnd == 0)
            return false;
        if (hostEnd < 0)
            hostEnd = text.Length;

        var port = text[hostEnd..];
        return IsHost(text[..hostEnd], international)
            && (port.IsEmpty || (port[0] == ':' && port[1..].IndexOfAnyExceptInRange('0', '9') < 0));
    }

    private static bool IsHost(ReadOnlySpan<char> text, bool international)
    {
        if (text is not ['[', .. var literal, ']'])
            return HasOnly(text, HostCharacters, international);

        return literal is ['v' or 'V', .. var future] && future.IndexOf('.') is > 0 and var dot
            ? TextFormats.IsHex(future[..dot]) && future.Length > dot + 1 && !future[(dot + 1)..].ContainsAnyExcept(UserCharacters)
            : AddressFormats.IsIPv6(literal);
    }

    private static bool HasOnly(ReadOnlySpan<char> text, SearchValues<char> allowed, bool international, bool inQuery = false)
    {
        while (text.IndexOfAnyExcept(allowed) is >= 0 and var stop)
        {
            text = text[stop..];
            int width;
            if (text[0] == '%')
                width = text.Length >= 3 && TextFormats.IsHex(text[1..3]) ? 3 : 0;
            else
                width = international ? InternationalWidth(text, inQuery) : 0;

            if (width == 0)
                return false;
            text = text[width..];
        }

        return true;
    }

    /// <summary>The UTF-16 units of a leading <c>ucschar</c> (in a query also <c>iprivate</c>); 0 where there is none.</summary>
    private static int InternationalWidth(ReadOnlySpan<char> text, bool inQuery)
    {
        if (System.Text.Rune.DecodeFromUtf16(text, out var rune, out var width) != OperationStatus.Done)
            return 0;

        var value = rune.Value;
        var isPrivate = value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;
        var isOther = value is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF)
            || (value is >= 0x10000 and < 0xF0000 && (value & 0xFFFF) <= 0xFFFD);
        return isOther || (isPrivate && inQuery) ? width : 0;
    }
}
