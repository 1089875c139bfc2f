namespace WorkflowKit.Expressions.Catalogue;

internal static class TimeFunctions
{
    public static readonly CelFunction[] All =
    [
        new("timestamp(timestamp) -> timestamp", nameof(Cel.ToTimestamp), "The value itself."),
        new("timestamp(string) -> timestamp", nameof(Cel.ToTimestamp), "The time of RFC 3339 text."),
        new("timestamp(int) -> timestamp", nameof(Cel.ToTimestamp), "The time so many seconds after 1970."),
        new("duration(duration) -> duration", nameof(Cel.ToDuration), "The value itself."),
        new("duration(string) -> duration", nameof(Cel.ToDuration), "The length of time of text such as '1h30m' or 'PT1H30M'."),
        .. OfTimestamp("getFullYear", nameof(Cel.GetFullYear), "The year."),
        .. OfTimestamp("getMonth", nameof(Cel.GetMonth), "The month, 0 for January."),
        .. OfTimestamp("getDate", nameof(Cel.GetDate), "The day of the month, from 1."),
        .. OfTimestamp("getDayOfMonth", nameof(Cel.GetDayOfMonth), "The day of the month, from 0."),
        .. OfTimestamp("getDayOfWeek", nameof(Cel.GetDayOfWeek), "The day of the week, 0 for Sunday."),
        .. OfTimestamp("getDayOfYear", nameof(Cel.GetDayOfYear), "The day of the year, from 0."),
        .. OfTimestamp("getHours", nameof(Cel.GetHours), "The hour, 0 to 23."),
        .. OfTimestamp("getMinutes", nameof(Cel.GetMinutes), "The minute."),
        .. OfTimestamp("getSeconds", nameof(Cel.GetSeconds), "The second."),
        .. OfTimestamp("getMilliseconds", nameof(Cel.GetMilliseconds), "The milliseconds past the second."),
        new("duration.getHours() -> int", nameof(Cel.GetHours), "The whole hours in all."),
        new("duration.getMinutes() -> int", nameof(Cel.GetMinutes), "The whole minutes in all."),
        new("duration.getSeconds() -> int", nameof(Cel.GetSeconds), "The whole seconds in all."),
        new("duration.getMilliseconds() -> int", nameof(Cel.GetMilliseconds), "The milliseconds past the last second."),
    ];

    private static CelFunction[] OfTimestamp(string name, string method, string summary) =>
    [
        new($"timestamp.{name}() -> int", method, summary + " In UTC."),
        new($"timestamp.{name}(string) -> int", method, summary + " In a time zone, such as 'Europe/Zurich' or '+02:00'."),
    ];
}
