using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>Reads times: timestamps in RFC 3339; durations as CEL writes them (<c>1h30m</c>, <c>-1.5s</c>) and in ISO 8601 (<c>PT1H30M</c>).</summary>
internal static class TimeParser
{
    private const int NanosecondDigits = 9;
    private const int MaxWholeDigits = 18;
    private const long UnixEpochSeconds = 62135596800;

    private static readonly (string Name, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1000), ("\u00b5s", 1000), ("\u03bcs", 1000), ("ms", 1_000_000),
        ("h", 3600 * CelDuration.NanosecondsPerSecond), ("m", 60 * CelDuration.NanosecondsPerSecond), ("s", CelDuration.NanosecondsPerSecond),
    ];

    /// <summary>Nanoseconds since 1970; may lie outside the range of a timestamp by its offset.</summary>
    public static bool TryTimestamp(ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length < 20
            || !Digits(text[..4], out var year) || text[4] != '-' || !Digits(text[5..7], out var month) || text[7] != '-' || !Digits(text[8..10], out var day)
            || text[10] is not ('T' or 't')
            || !Digits(text[11..13], out var hour) || text[13] != ':' || !Digits(text[14..16], out var minute) || text[16] != ':' || !Digits(text[17..19], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var rest = text[19..];
        if (!TryFraction(ref rest, CelDuration.NanosecondsPerSecond, out var fraction) || !TryOffset(rest, out var offset))
            return false;

        var seconds = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerSecond - UnixEpochSeconds - offset;
        nanoseconds = (Int128)seconds * CelDuration.NanosecondsPerSecond + fraction;
        return true;
    }

    /// <summary>The offset of a time zone in seconds: <c>Z</c> or <c>+hh:mm</c>.</summary>
    public static bool TryOffset(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        if (text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || !Digits(text[1..3], out var hours) || !Digits(text[4..], out var minutes)
            || hours > 23 || minutes > 59)
            return false;
        seconds = (hours * 60 + minutes) * (text[0] == '-' ? -60 : 60);
        return true;
    }

    public static bool TryDuration(ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var negative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        if (text is ['P', ..] ? !TryIso(text[1..], out nanoseconds) : !TryUnits(text, out nanoseconds))
            return false;
        if (negative)
            nanoseconds = -nanoseconds;
        return true;
    }

    private static bool TryUnits(ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        if (text is "0")
            return true;
        if (text.IsEmpty)
            return false;
        while (!text.IsEmpty)
        {
            if (!TryNumber(ref text, out var whole, out var fraction))
                return false;

            var unit = Array.Find(Units, UnitOf(text));
            if (unit.Name is null)
                return false;
            text = text[unit.Name.Length..];
            nanoseconds += whole * unit.Nanoseconds + Scaled(fraction, unit.Nanoseconds);
        }

        return true;
    }

    private static Predicate<(string Name, long Nanoseconds)> UnitOf(ReadOnlySpan<char> text)
    {
        var start = text.Length > 2 ? text[..2].ToString() : text.ToString();
        return unit => start.StartsWith(unit.Name, StringComparison.Ordinal);
    }

    private static bool TryIso(ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty || text is [.., 'T'])
            return false;

        var (units, seconds) = ("WDTHMS", new long[] { 604800, 86400, 0, 3600, 60, 1 });
        var next = 0;
        var inTime = false;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T')
            {
                if (inTime)
                    return false;
                inTime = true;
                next = 3;
                text = text[1..];
                continue;
            }

            if (!TryNumber(ref text, out var whole, out var fraction) || text.IsEmpty)
                return false;
            var unit = units.IndexOf(text[0], next);
            if (unit < 0 || unit > 2 != inTime)
                return false;
            var scale = seconds[unit] * CelDuration.NanosecondsPerSecond;
            nanoseconds += whole * scale + Scaled(fraction, scale);
            next = unit + 1;
            text = text[1..];
        }

        return true;
    }

    /// <summary>Digits, at least one, with or without a fraction that is given in billionths.</summary>
    private static bool TryNumber(ref ReadOnlySpan<char> text, out Int128 whole, out long fraction)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        whole = 0;
        fraction = 0;
        if (length > MaxWholeDigits || (length > 0 && !Int128.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out whole)))
            return false;
        text = text[length..];
        var fractionGiven = text is ['.', ..];
        return (length > 0 || fractionGiven) && TryFraction(ref text, CelDuration.NanosecondsPerSecond, out fraction);
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, long scale, out long fraction)
    {
        fraction = 0;
        if (text is not ['.', ..])
            return true;
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            if (length <= NanosecondDigits)
                fraction += (text[length] - '0') * (scale /= 10);
            length++;
        }

        text = text[length..];
        return length > 1;
    }

    private static Int128 Scaled(long billionths, long unit) => (Int128)billionths * unit / CelDuration.NanosecondsPerSecond;

    private static bool Digits(ReadOnlySpan<char> text, out int value)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
