namespace WorkflowKit.Expressions;

/// <summary>A timestamp as a calendar and a clock show it somewhere.</summary>
internal static class TimeZones
{
    public static DateTime Utc(CelTimestamp value) => new(value.UtcTicks, DateTimeKind.Utc);

    /// <summary>In a zone of the IANA database, or at an offset: <c>+02:00</c>, <c>02:00</c>, <c>-05:30</c>.</summary>
    public static DateTime In(CelTimestamp value, string zone)
    {
        var utc = Utc(value);
        var ticks = utc.Ticks + Offset(utc, zone).Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Unspecified)
            : throw CelErrors.Range($"{value} in the time zone '{zone}'", "the years 1 to 9999");
    }

    private static TimeSpan Offset(DateTime utc, string zone)
    {
        var isOffset = zone.Length > 0 && (char.IsAsciiDigit(zone[0]) || zone[0] is '+' or '-');
        if (isOffset)
        {
            return TimeParser.TryOffset(char.IsAsciiDigit(zone[0]) ? "+" + zone : zone, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : throw Unknown(zone);
        }

        // The name becomes a path of the time zone database.
        if (!IsName(zone))
            throw Unknown(zone);
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(utc);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException or UnauthorizedAccessException)
        {
            throw Unknown(zone);
        }
    }

    private static bool IsName(string zone)
        => zone is [not '/', ..] && zone.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '/' or '_' or '-' or '+');

    private static CelException Unknown(string zone)
        => CelErrors.BadArgument($"There is no time zone '{CelErrors.Shorten(zone)}'; expected a name such as Europe/Zurich, or an offset such as +02:00.");
}
