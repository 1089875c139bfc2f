namespace WorkflowKit.Expressions;

/// <summary>The parts of a time of day, and the length of a duration.</summary>
public static partial class Cel
{
    /// <summary>The hour, in UTC.</summary>
    public static long GetHours(CelTimestamp value) => TimeZones.Utc(value).Hour;

    /// <summary>The hour, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetHours(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Hour;

    /// <summary>The whole hours in all.</summary>
    public static long GetHours(CelDuration duration) => duration.Seconds / 3600;

    /// <summary>The hour, of a timestamp in UTC; or of a duration: the whole hours in all.</summary>
    public static long GetHours(CelValue value)
        => value.Kind == CelKind.Duration ? GetHours(value.Duration) : GetHours(Timestamp("getHours()", value, "a timestamp or a duration"));

    /// <summary>The hour, in a time zone.</summary>
    public static long GetHours(CelValue value, CelValue timeZone) => GetHours(Timestamp("getHours()", value), Text("getHours()", timeZone));

    /// <summary>The minute, in UTC.</summary>
    public static long GetMinutes(CelTimestamp value) => TimeZones.Utc(value).Minute;

    /// <summary>The minute, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetMinutes(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Minute;

    /// <summary>The whole minutes in all.</summary>
    public static long GetMinutes(CelDuration duration) => duration.Seconds / 60;

    /// <summary>The minute, of a timestamp in UTC; or of a duration: the whole minutes in all.</summary>
    public static long GetMinutes(CelValue value)
        => value.Kind == CelKind.Duration ? GetMinutes(value.Duration) : GetMinutes(Timestamp("getMinutes()", value, "a timestamp or a duration"));

    /// <summary>The minute, in a time zone.</summary>
    public static long GetMinutes(CelValue value, CelValue timeZone) => GetMinutes(Timestamp("getMinutes()", value), Text("getMinutes()", timeZone));

    /// <summary>The second, in UTC.</summary>
    public static long GetSeconds(CelTimestamp value) => TimeZones.Utc(value).Second;

    /// <summary>The second, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetSeconds(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Second;

    /// <summary>The whole seconds in all.</summary>
    public static long GetSeconds(CelDuration duration) => duration.Seconds;

    /// <summary>The second, of a timestamp in UTC; or of a duration: the whole seconds in all.</summary>
    public static long GetSeconds(CelValue value)
        => value.Kind == CelKind.Duration ? GetSeconds(value.Duration) : GetSeconds(Timestamp("getSeconds()", value, "a timestamp or a duration"));

    /// <summary>The second, in a time zone.</summary>
    public static long GetSeconds(CelValue value, CelValue timeZone) => GetSeconds(Timestamp("getSeconds()", value), Text("getSeconds()", timeZone));

    /// <summary>The milliseconds past the second, in UTC.</summary>
    public static long GetMilliseconds(CelTimestamp value) => TimeZones.Utc(value).Millisecond;

    /// <summary>The milliseconds past the second, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetMilliseconds(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Millisecond;

    /// <summary>The milliseconds past the last second.</summary>
    public static long GetMilliseconds(CelDuration duration) => duration.Nanoseconds / 1_000_000;

    /// <summary>The milliseconds past the second, of a timestamp in UTC; or of a duration: the milliseconds past the last second.</summary>
    public static long GetMilliseconds(CelValue value)
        => value.Kind == CelKind.Duration ? GetMilliseconds(value.Duration) : GetMilliseconds(Timestamp("getMilliseconds()", value, "a timestamp or a duration"));

    /// <summary>The milliseconds past the second, in a time zone.</summary>
    public static long GetMilliseconds(CelValue value, CelValue timeZone) => GetMilliseconds(Timestamp("getMilliseconds()", value), Text("getMilliseconds()", timeZone));
}
