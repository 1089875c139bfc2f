using System.Globalization;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    private static readonly string[] LocalTimes =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mmK"];

    private static readonly string[] ClockTimes = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    /// <summary>A DateTimeOffset, from a timestamp or ISO 8601 text, whose offset is kept; without one it is UTC.</summary>
    public static DateTimeOffset ToDateTimeOffset(CelValue value, string path)
    {
        value = Present(value);
        if (value.Kind == CelKind.Timestamp)
            return value.Timestamp.ToDateTimeOffset();
        if (value.Kind != CelKind.String)
            throw CelErrors.Mismatch(path, "a point in time", value);
        if (TimeParser.TryTimestamp(value.Text, out _) && DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, out var exact))
            return exact;
        return DateTimeOffset.TryParseExact(value.Text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var local)
            ? local
            : throw CelErrors.Mismatch(path, "a point in time such as 2026-02-28T13:30:00Z", value);
    }

    /// <summary>A DateTime in UTC, from a timestamp or ISO 8601 text.</summary>
    public static DateTime ToDateTime(CelValue value, string path) => ToDateTimeOffset(value, path).UtcDateTime;

    /// <summary>A DateOnly, from text such as <c>2026-02-28</c> or a timestamp's date in UTC.</summary>
    public static DateOnly ToDateOnly(CelValue value, string path)
    {
        value = Present(value);
        if (value.Kind == CelKind.Timestamp)
            return DateOnly.FromDateTime(value.Timestamp.ToDateTimeOffset().UtcDateTime);
        return value.Kind == CelKind.String
            && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw CelErrors.Mismatch(path, "a date such as 2026-02-28", value);
    }

    /// <summary>A TimeOnly, from text such as <c>13:30</c> or <c>13:30:15</c>.</summary>
    public static TimeOnly ToTimeOnly(CelValue value, string path)
    {
        value = Present(value);
        return value.Kind == CelKind.String
            && TimeOnly.TryParseExact(value.Text, ClockTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw CelErrors.Mismatch(path, "a time of day such as 13:30:00", value);
    }

    /// <summary>A TimeSpan, from a duration or its text: <c>PT1H30M</c>, <c>1h30m</c> or .NET's <c>01:30:00</c>.</summary>
    public static TimeSpan ToTimeSpan(CelValue value, string path)
    {
        value = Present(value);
        if (value.Kind == CelKind.Duration)
            return value.Duration.ToTimeSpan();
        if (value.Kind == CelKind.String && TimeParser.TryDuration(value.Text, out var nanoseconds))
            return CelDuration.FromNanoseconds(nanoseconds).ToTimeSpan();
        return value.Kind == CelKind.String && TimeSpan.TryParseExact(value.Text, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw CelErrors.Mismatch(path, "a duration such as PT1H30M", value);
    }
}
