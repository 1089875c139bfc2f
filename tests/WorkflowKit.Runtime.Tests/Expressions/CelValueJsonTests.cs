using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class CelValueJsonTests
{
    [Theory]
    [InlineData("null", CelKind.Null)]
    [InlineData("true", CelKind.Bool)]
    [InlineData("12", CelKind.Int)]
    [InlineData("-9223372036854775808", CelKind.Int)]
    [InlineData("18446744073709551615", CelKind.UInt)]
    [InlineData("1.0", CelKind.Double)]
    [InlineData("1e3", CelKind.Double)]
    [InlineData("18446744073709551616", CelKind.Double)]
    [InlineData("\"2026-01-01T00:00:00Z\"", CelKind.String)]
    [InlineData("[1]", CelKind.List)]
    [InlineData("{}", CelKind.Map)]
    public void JSON_has_these_kinds_of_values(string json, CelKind expected) => Json.Value(json).Kind.ShouldBe(expected);

    [Theory]
    [InlineData("12345678901234567.89")]
    [InlineData("18446744073709551617")]
    [InlineData("0.1")]
    [InlineData("1E+30")]
    [InlineData("[1,{\"a\":[true,null,\"x\\u0022\"]}]")]
    public void JSON_comes_back_as_it_was(string json) => CelValue.List(Json.Value(json)).ToJsonElement().GetRawText().ShouldBe($"[{json}]");

    [Fact]
    public void Values_without_a_JSON_type_become_text()
    {
        var value = CelValue.Map(
            ("at", Cel.Of(new DateTimeOffset(2026, 2, 28, 13, 30, 0, 250, TimeSpan.FromHours(1)))),
            ("for", Cel.Of(TimeSpan.FromMinutes(90))),
            ("data", Cel.Of([1, 2, 3])),
            ("type", CelValue.Type("int")),
            ("some", CelValue.Some(Cel.Of(1))),
            ("none", CelValue.None));

        value.ToJsonElement().GetRawText().ShouldBe(
            """{"at":"2026-02-28T12:30:00.25Z","for":"PT1H30M","data":"AQID","type":"int","some":1,"none":null}""");
    }

    [Theory]
    [InlineData(0, "PT0S")]
    [InlineData(86400, "P1D")]
    [InlineData(-93784.5, "-P1DT2H3M4.5S")]
    [InlineData(0.0000001, "PT0.0000001S")]
    public void Durations_are_ISO_8601_and_read_back(double seconds, string expected)
    {
        var duration = Cel.Of(TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)));

        var text = duration.ToJsonElement().GetString()!;

        text.ShouldBe(expected);
        Cel.Of(Cel.ToDuration(text)).ShouldBe(duration);
    }

    [Fact]
    public void Keys_of_any_type_become_text()
        => CelValue.Map((Cel.Of(1), Cel.Of("a")), (Cel.Of(true), Cel.Of("b"))).ToJsonElement().GetRawText().ShouldBe("""{"1":"a","true":"b"}""");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NaN_and_infinities_have_no_JSON(double value)
        => Should.Throw<CelException>(() => CelValue.List(Cel.Of(value)).ToJsonElement()).Kind.ShouldBe(CelErrorKind.Conversion);

    [Fact]
    public void Values_nested_too_deeply_are_refused()
    {
        var value = Enumerable.Range(0, 257).Aggregate(Cel.Of(1), static (inner, _) => CelValue.List(inner));

        Should.Throw<CelException>(() => value.ToJsonElement()).Message.ShouldBe("The value is nested deeper than 256 levels.");
    }

    [Fact]
    public void NET_values_become_CEL_values()
    {
        Cel.Of(0.1f).ShouldBe(Cel.Of(0.1));
        Cel.Of(DayOfWeek.Monday).ShouldBe(Cel.Of("Monday"));
        Cel.Of(new DateOnly(2026, 2, 28)).ShouldBe(Cel.Of("2026-02-28"));
        Cel.Of(new TimeOnly(8, 30)).ShouldBe(Cel.Of("08:30:00"));
        Cel.Of(new Uri("https://example.com/a")).ShouldBe(Cel.Of("https://example.com/a"));
        Cel.Of((int?)null).IsNull.ShouldBeTrue();
        Cel.Of((string?)null).IsNull.ShouldBeTrue();
        Cel.Of(JsonNode.Parse("""{ "a": [1] }""")).ShouldBe(Json.Value("""{ "a": [1] }"""));
        Cel.Of(["a", "b"], Cel.Of).ToString().ShouldBe("[a, b]");
        Cel.Of(new Dictionary<string, long> { ["a"] = 1 }, Cel.Of).ToString().ShouldBe("{a: 1}");
        Cel.Of(new DateTime(2026, 1, 1)).ToString().ShouldBe("2026-01-01T00:00:00Z");
        CelValue.FromJson(default).IsNull.ShouldBeTrue();
    }

    [Fact]
    public void A_map_refuses_a_key_twice_and_keys_that_cannot_be_one()
    {
        Should.Throw<CelException>(() => CelValue.Map(("a", Cel.Of(1)), ("a", Cel.Of(2)))).Message.ShouldBe("The map has the key 'a' twice.");
        Should.Throw<CelException>(() => CelValue.Map((Cel.Of(1), Cel.Of(1)), (Cel.Of(1UL), Cel.Of(2)))).Kind.ShouldBe(CelErrorKind.BadArgument);
        Should.Throw<CelException>(() => CelValue.Map((Cel.Of(1.5), Cel.Of(1)))).Message.ShouldBe(
            "A map's key must be text, a whole number or true/false, found the number 1.5.");
    }

    [Fact]
    public void Large_maps_are_indexed_and_keep_their_order()
    {
        var map = CelValue.Map([.. Enumerable.Range(0, 50).Select(static i => (Cel.Of(i), Cel.Of(i * i)))]);

        Cel.Index(map, Cel.Of(7.0)).ShouldBe(Cel.Of(49));
        map.ToJsonElement().EnumerateObject().Select(static member => member.Name).Take(3).ShouldBe(["0", "1", "2"]);
    }
}
