namespace WorkflowKit.Expressions;

/// <summary>The parts of a date.</summary>
public static partial class Cel
{
    /// <summary>The year, in UTC.</summary>
    public static long GetFullYear(CelTimestamp value) => TimeZones.Utc(value).Year;

    /// <summary>The year, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetFullYear(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Year;

    /// <summary>The year, in UTC.</summary>
    public static long GetFullYear(CelValue value) => GetFullYear(Timestamp("getFullYear()", value));

    /// <summary>The year, in a time zone.</summary>
    public static long GetFullYear(CelValue value, CelValue timeZone) => GetFullYear(Timestamp("getFullYear()", value), Text("getFullYear()", timeZone));

    /// <summary>The month, 0 for January, in UTC.</summary>
    public static long GetMonth(CelTimestamp value) => TimeZones.Utc(value).Month - 1;

    /// <summary>The month, 0 for January, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetMonth(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Month - 1;

    /// <summary>The month, 0 for January, in UTC.</summary>
    public static long GetMonth(CelValue value) => GetMonth(Timestamp("getMonth()", value));

    /// <summary>The month, 0 for January, in a time zone.</summary>
    public static long GetMonth(CelValue value, CelValue timeZone) => GetMonth(Timestamp("getMonth()", value), Text("getMonth()", timeZone));

    /// <summary>The day of the month, from 1, in UTC.</summary>
    public static long GetDate(CelTimestamp value) => TimeZones.Utc(value).Day;

    /// <summary>The day of the month, from 1, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetDate(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Day;

    /// <summary>The day of the month, from 1, in UTC.</summary>
    public static long GetDate(CelValue value) => GetDate(Timestamp("getDate()", value));

    /// <summary>The day of the month, from 1, in a time zone.</summary>
    public static long GetDate(CelValue value, CelValue timeZone) => GetDate(Timestamp("getDate()", value), Text("getDate()", timeZone));

    /// <summary>The day of the month, from 0, in UTC.</summary>
    public static long GetDayOfMonth(CelTimestamp value) => TimeZones.Utc(value).Day - 1;

    /// <summary>The day of the month, from 0, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetDayOfMonth(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).Day - 1;

    /// <summary>The day of the month, from 0, in UTC.</summary>
    public static long GetDayOfMonth(CelValue value) => GetDayOfMonth(Timestamp("getDayOfMonth()", value));

    /// <summary>The day of the month, from 0, in a time zone.</summary>
    public static long GetDayOfMonth(CelValue value, CelValue timeZone) => GetDayOfMonth(Timestamp("getDayOfMonth()", value), Text("getDayOfMonth()", timeZone));

    /// <summary>The day of the week, 0 for Sunday, in UTC.</summary>
    public static long GetDayOfWeek(CelTimestamp value) => (long)TimeZones.Utc(value).DayOfWeek;

    /// <summary>The day of the week, 0 for Sunday, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetDayOfWeek(CelTimestamp value, string timeZone) => (long)TimeZones.In(value, timeZone).DayOfWeek;

    /// <summary>The day of the week, 0 for Sunday, in UTC.</summary>
    public static long GetDayOfWeek(CelValue value) => GetDayOfWeek(Timestamp("getDayOfWeek()", value));

    /// <summary>The day of the week, 0 for Sunday, in a time zone.</summary>
    public static long GetDayOfWeek(CelValue value, CelValue timeZone) => GetDayOfWeek(Timestamp("getDayOfWeek()", value), Text("getDayOfWeek()", timeZone));

    /// <summary>The day of the year, from 0, in UTC.</summary>
    public static long GetDayOfYear(CelTimestamp value) => TimeZones.Utc(value).DayOfYear - 1;

    /// <summary>The day of the year, from 0, in a time zone such as <c>Europe/Zurich</c> or <c>+02:00</c>.</summary>
    public static long GetDayOfYear(CelTimestamp value, string timeZone) => TimeZones.In(value, timeZone).DayOfYear - 1;

    /// <summary>The day of the year, from 0, in UTC.</summary>
    public static long GetDayOfYear(CelValue value) => GetDayOfYear(Timestamp("getDayOfYear()", value));

    /// <summary>The day of the year, from 0, in a time zone.</summary>
    public static long GetDayOfYear(CelValue value, CelValue timeZone) => GetDayOfYear(Timestamp("getDayOfYear()", value), Text("getDayOfYear()", timeZone));

    private static CelTimestamp Timestamp(string function, CelValue value, string expected = "a timestamp") => value.Kind == CelKind.Timestamp
        ? value.Timestamp
        : throw CelErrors.NoOverload(function, value, expected);
}
