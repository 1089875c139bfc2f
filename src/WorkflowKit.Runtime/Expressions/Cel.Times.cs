namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary><c>timestamp()</c> of a timestamp.</summary>
    public static CelTimestamp ToTimestamp(CelTimestamp value) => value;

    /// <summary><c>timestamp()</c> of seconds since 1970.</summary>
    public static CelTimestamp ToTimestamp(long secondsSince1970)
        => CelTimestamp.FromNanoseconds((Int128)secondsSince1970 * CelDuration.NanosecondsPerSecond);

    /// <summary><c>timestamp()</c> of RFC 3339 text.</summary>
    public static CelTimestamp ToTimestamp(string value)
        => TimeParser.TryTimestamp(value, out var nanoseconds)
            ? CelTimestamp.FromNanoseconds(nanoseconds)
            : throw CelErrors.Conversion(value, "timestamp", "a form such as 2026-02-28T13:30:00Z");

    /// <summary><c>timestamp()</c>.</summary>
    public static CelTimestamp ToTimestamp(CelValue value) => value.Kind switch
    {
        CelKind.Timestamp => value.Timestamp,
        CelKind.String => ToTimestamp(value.Text),
        CelKind.Int => ToTimestamp(value.Int),
        _ => throw CelErrors.NoOverload("timestamp()", value, "text, an int of seconds since 1970 or a timestamp"),
    };

    /// <summary><c>duration()</c> of a duration.</summary>
    public static CelDuration ToDuration(CelDuration value) => value;

    /// <summary><c>duration()</c> of text: <c>1h30m</c>, <c>-1.5s</c>, or ISO 8601 as JSON writes durations, <c>PT1H30M</c>.</summary>
    public static CelDuration ToDuration(string value)
        => TimeParser.TryDuration(value, out var nanoseconds)
            ? CelDuration.FromNanoseconds(nanoseconds)
            : throw CelErrors.Conversion(value, "duration", "a form such as 1h30m, 90s or PT1H30M");

    /// <summary><c>duration()</c>.</summary>
    public static CelDuration ToDuration(CelValue value) => value.Kind switch
    {
        CelKind.Duration => value.Duration,
        CelKind.String => ToDuration(value.Text),
        _ => throw CelErrors.NoOverload("duration()", value, "text or a duration"),
    };
}
