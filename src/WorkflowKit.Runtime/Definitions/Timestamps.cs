using System.Globalization;

namespace WorkflowKit.Definitions;

/// <summary>RFC 3339 timestamps.</summary>
internal static class Timestamps
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>Whether a text that may also be an expression is meant as a timestamp.</summary>
    public static bool Looks(string text) => text.Length > 10 && text[10] == 'T' && text[4] == '-' && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    public static bool TryRead(string text, out DateTimeOffset? value)
    {
        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        value = hasZone && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
        return value is not null;
    }
}
