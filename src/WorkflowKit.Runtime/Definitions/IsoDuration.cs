using System.Buffers;
using System.Globalization;

namespace WorkflowKit.Definitions;

/// <summary>
/// ISO-8601 durations: weeks (of seven days), days (of 24 hours), hours, minutes and seconds, the last of them with a fraction if need be.
/// Years and months have no fixed length and are refused.
/// </summary>
internal static class IsoDuration
{
    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.,");

    private static readonly (char Unit, bool IsTime, decimal Ticks)[] Units =
    [
        ('W', false, TimeSpan.TicksPerDay * 7m),
        ('D', false, TimeSpan.TicksPerDay),
        ('H', true, TimeSpan.TicksPerHour),
        ('M', true, TimeSpan.TicksPerMinute),
        ('S', true, TimeSpan.TicksPerSecond),
    ];

    /// <summary>Whether a text that may also be an expression is meant as a duration.</summary>
    public static bool Looks(string text) => text is ['P', >= '0' and <= '9', ..] or ['P', 'T', >= '0' and <= '9', ..];

    /// <summary>Reads a duration.</summary>
    /// <returns><see langword="null"/>, or what is wrong with it.</returns>
    public static string? Read(string text, out TimeSpan value)
    {
        value = default;
        if (text is not ['P', _, ..])
            return text.StartsWith('-') ? "durations are not negative" : "it does not begin with `P` and a number";

        decimal ticks = 0;
        var (unit, isTime, hasFraction) = (0, false, false);
        for (var i = 1; i < text.Length;)
        {
            if (text[i] == 'T' && !isTime && i + 1 < text.Length)
            {
                isTime = true;
                i++;
                continue;
            }

            var length = text.AsSpan(i).IndexOfAnyExcept(NumberLetters);
            if (hasFraction)
                return "only its last number may have a fraction";
            if (length == 0)
                return $"`{text[i]}` stands where a number belongs";
            if (length < 0)
                return "its last number has no unit";

            var digits = text.Substring(i, length).Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || digits[0] == '.' || digits[^1] == '.')
                return length > 25 ? "it is too long" : $"`{digits}` is no number";

            hasFraction = digits.Contains('.');
            i += length;
            if (text[i] == 'Y' || (text[i] == 'M' && !isTime))
                return "years and months have no fixed length";
            var found = Array.FindIndex(Units, unit, one => one.Unit == text[i] && one.IsTime == isTime);
            if (found < 0)
                return WhyNoUnit(text[i], isTime);

            if (number > long.MaxValue / Units[found].Ticks || (ticks += number * Units[found].Ticks) > long.MaxValue)
                return "it is too long";
            unit = found + 1;
            i++;
        }

        value = new((long)ticks);
        return null;
    }

    private static string WhyNoUnit(char unit, bool isTime)
    {
        if (!isTime && unit is 'H' or 'S' || (unit == 'M' && !isTime))
            return $"hours, minutes and seconds stand behind a `T`";
        if (isTime && unit is 'W' or 'D')
            return "weeks and days stand before the `T`";
        return unit is 'W' or 'D' or 'H' or 'M' or 'S' ? "its units are not in the order W, D, H, M, S" : $"`{unit}` is no unit";
    }
}
