using System.Globalization;

namespace WorkflowKit.Schemas.Formats;

/// <summary>Dates and times of RFC 3339.</summary>
internal static class DateTimeFormats
{
    private const int MinutesPerDay = 24 * 60;

    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > 11 && text[10] is 'T' or 't' && IsDate(text[..10]) && IsTime(text[11..]);

    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && Digits(text[..4]) is >= 0 and var year
        && Digits(text[5..7]) is >= 1 and <= 12 and var month
        && Digits(text[8..]) is >= 1 and var day
        && day <= DaysInMonth(year, month);

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
            return false;
        if (Digits(text[..2]) is not (>= 0 and <= 23 and var hour)
            || Digits(text[3..5]) is not (>= 0 and <= 59 and var minute)
            || Digits(text[6..8]) is not (>= 0 and <= 60 and var second))
            return false;

        var rest = text[8..];
        if (rest[0] == '.')
        {
            var fraction = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (fraction < 1)
                return false;
            rest = rest[(fraction + 1)..];
        }

        // A leap second is inserted at the end of a UTC day, whatever the local time is then.
        return Offset(rest) is { } offset
            && (second < 60 || (hour * 60 + minute - offset + MinutesPerDay) % MinutesPerDay == MinutesPerDay - 1);
    }

    private static int? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z")
            return 0;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || Digits(text[1..3]) is not (>= 0 and <= 23 and var hours)
            || Digits(text[4..]) is not (>= 0 and <= 59 and var minutes))
            return null;

        return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    private static int DaysInMonth(int year, int month) =>
        // DateTime knows no year 0, which RFC 3339 allows; it is a leap year.
        DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    private static int Digits(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
