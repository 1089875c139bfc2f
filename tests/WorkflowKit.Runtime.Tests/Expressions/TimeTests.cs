using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class TimeTests
{
    [Theory]
    [InlineData("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z")]
    [InlineData("2009-02-13T23:31:30.120+02:00", "2009-02-13T21:31:30.12Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z")]
    [InlineData("1945-05-07t02:41:00z", "1945-05-07T02:41:00Z")]
    public void Timestamps_are_read_and_written_as_RFC_3339(string text, string expected) => Cel.ToText(Cel.ToTimestamp(text)).ShouldBe(expected);

    [Theory]
    [InlineData("2009-02-13")]
    [InlineData("2009-02-13T23:31:30")]
    [InlineData("2009-13-13T23:31:30Z")]
    [InlineData("2009-02-13 23:31:30Z")]
    [InlineData("2009-02-13T24:00:00Z")]
    [InlineData("2009-02-13T23:31:30.Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("10000-01-01T00:00:00Z")]
    public void Other_texts_are_no_timestamps(string text) => Should.Throw<CelException>(() => Cel.ToTimestamp(text));

    [Theory]
    [InlineData("0", "0s")]
    [InlineData("1h30m", "5400s")]
    [InlineData("-1.5s", "-1.5s")]
    [InlineData("1h2m3s4ms5us6ns", "3723.004005006s")]
    [InlineData(".5m", "30s")]
    [InlineData("-999999999ns", "-0.999999999s")]
    [InlineData("P1DT2H", "93600s")]
    [InlineData("-PT0.5S", "-0.5s")]
    [InlineData("P1W", "604800s")]
    public void Durations_are_read_and_written_in_seconds(string text, string expected) => Cel.ToText(Cel.ToDuration(text)).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("h")]
    [InlineData("1d")]
    [InlineData("1.s.")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("PT1M1H")]
    [InlineData("P1H")]
    [InlineData("-320000000000s")]
    public void Other_texts_are_no_durations(string text) => Should.Throw<CelException>(() => Cel.ToDuration(text));

    [Fact]
    public void Times_and_durations_add_up_with_nanoseconds()
    {
        var time = Cel.ToTimestamp("0001-01-01T00:00:01.000000001Z");

        Cel.Add(time, Cel.ToDuration("-999999999ns")).ShouldBe(Cel.ToTimestamp("0001-01-01T00:00:00.000000002Z"));
        Cel.Subtract(time, Cel.ToDuration("1s")).ShouldBe(Cel.ToTimestamp("0001-01-01T00:00:00.000000001Z"));
        Cel.Subtract(Cel.ToTimestamp("2026-01-02T00:00:00Z"), Cel.ToTimestamp("2026-01-01T00:00:00Z")).ShouldBe(Cel.ToDuration("24h"));
        Cel.Add(Cel.Of(Cel.ToDuration("1s")), Cel.Of(time)).ShouldBe(Cel.Of(Cel.Add(time, TimeSpan.FromSeconds(1))));
        Cel.Subtract(Cel.Of(Cel.ToDuration("1s")), Cel.Of(Cel.ToDuration("2s"))).ToString().ShouldBe("-1s");
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "-1ns")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "1ns")]
    [InlineData("9999-12-31T23:59:59Z", "315576000000s")]
    public void Times_outside_the_calendar_are_errors(string time, string duration)
        => Should.Throw<CelException>(() => Cel.Add(Cel.ToTimestamp(time), Cel.ToDuration(duration))).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void Durations_beyond_ten_thousand_years_are_errors()
        => Should.Throw<CelException>(() => Cel.Add(Cel.ToDuration("200000000000s"), Cel.ToDuration("200000000000s"))).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void A_timestamp_has_parts_in_UTC_and_elsewhere()
    {
        var time = Cel.ToTimestamp("2009-02-13T23:31:20.123456789Z");

        Cel.GetFullYear(time).ShouldBe(2009);
        Cel.GetMonth(time).ShouldBe(1);
        Cel.GetDate(time).ShouldBe(13);
        Cel.GetDayOfMonth(time).ShouldBe(12);
        Cel.GetDayOfWeek(time).ShouldBe(5);
        Cel.GetDayOfYear(time).ShouldBe(43);
        Cel.GetHours(time).ShouldBe(23);
        Cel.GetMinutes(time).ShouldBe(31);
        Cel.GetSeconds(time).ShouldBe(20);
        Cel.GetMilliseconds(time).ShouldBe(123);
        Cel.GetDate(time, "Australia/Sydney").ShouldBe(14);
        Cel.GetMinutes(time, "Asia/Kathmandu").ShouldBe(16);
        Cel.GetHours(time, "02:00").ShouldBe(1);
        Cel.GetHours(Cel.Of(time), Cel.Of("-09:30")).ShouldBe(14);
        Cel.GetFullYear(Cel.Of(time)).ShouldBe(2009);
    }

    [Fact]
    public void A_duration_has_parts()
    {
        var duration = Cel.ToDuration("123.321456789s");

        Cel.GetHours(Cel.ToDuration("10000s")).ShouldBe(2);
        Cel.GetMinutes(Cel.Of(duration)).ShouldBe(2);
        Cel.GetSeconds(duration).ShouldBe(123);
        Cel.GetMilliseconds(Cel.Of(duration)).ShouldBe(321);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("+2:00")]
    [InlineData("")]
    public void Unknown_time_zones_are_bad_arguments(string zone)
        => Should.Throw<CelException>(() => Cel.GetHours(Cel.ToTimestamp(0), zone)).Kind.ShouldBe(CelErrorKind.BadArgument);

    [Fact]
    public void Parts_of_other_values_are_refused()
        => Should.Throw<CelException>(() => Cel.GetFullYear(Cel.Of("2026"))).Message.ShouldBe("getFullYear() does not work on text; it takes a timestamp.");

    [Fact]
    public void A_local_time_outside_the_calendar_is_an_error()
        => Should.Throw<CelException>(() => Cel.GetFullYear(Cel.ToTimestamp("9999-12-31T23:00:00Z"), "+02:00")).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void NET_times_convert_both_ways()
    {
        var local = new DateTimeOffset(2026, 2, 28, 13, 30, 0, TimeSpan.FromHours(1)).AddTicks(7);

        ((CelTimestamp)local).ToDateTimeOffset().ShouldBe(local);
        ((CelTimestamp)DateTimeOffset.MinValue).ToDateTimeOffset().ShouldBe(DateTimeOffset.MinValue);
        ((CelTimestamp)DateTimeOffset.MaxValue).ToDateTimeOffset().ShouldBe(DateTimeOffset.MaxValue);
        ((CelDuration)TimeSpan.FromTicks(-15_000_001)).ToTimeSpan().ShouldBe(TimeSpan.FromTicks(-15_000_001));
    }
}
