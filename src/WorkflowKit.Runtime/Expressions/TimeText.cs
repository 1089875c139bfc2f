using System.Globalization;
using System.Text;

namespace WorkflowKit.Expressions;

/// <summary>Writes times: timestamps as RFC 3339, durations as CEL and as ISO 8601.</summary>
internal static class TimeText
{
    private const long Minute = 60;
    private const long Hour = 3600;
    private const long Day = 86400;

    public static string Write(CelTimestamp value)
        => value.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Fraction(value.Nanoseconds) + "Z";

    public static string Write(CelDuration value)
        => string.Create(CultureInfo.InvariantCulture, $"{Sign(value)}{Math.Abs(value.Seconds)}{Fraction(value.Nanoseconds)}s");

    public static string WriteIso(CelDuration value)
    {
        var seconds = Math.Abs(value.Seconds);
        if (seconds == 0 && value.Nanoseconds == 0)
            return "PT0S";

        var text = new StringBuilder(Sign(value)).Append('P');
        Append(text, seconds / Day, 'D');
        if (seconds % Day == 0 && value.Nanoseconds == 0)
            return text.ToString();

        text.Append('T');
        Append(text, seconds % Day / Hour, 'H');
        Append(text, seconds % Hour / Minute, 'M');
        if (seconds % Minute != 0 || value.Nanoseconds != 0)
            text.Append(CultureInfo.InvariantCulture, $"{seconds % Minute}{Fraction(value.Nanoseconds)}S");
        return text.ToString();
    }

    private static void Append(StringBuilder text, long amount, char unit)
    {
        if (amount != 0)
            text.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
    }

    private static string Sign(CelDuration value) => value.Seconds < 0 || value.Nanoseconds < 0 ? "-" : "";

    private static string Fraction(int nanoseconds)
        => nanoseconds == 0 ? "" : "." + Math.Abs(nanoseconds).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
}
