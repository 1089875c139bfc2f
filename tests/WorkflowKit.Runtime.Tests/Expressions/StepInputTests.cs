using System.Text.Json.Nodes;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class StepInputTests
{
    private const string Path = "with/amount";

    [Fact]
    public void Whole_numbers_fit_every_integer_type_that_holds_them()
    {
        Cel.ToInt32(Cel.Of(42), Path).ShouldBe(42);
        Cel.ToInt32(Cel.Of(42.0), Path).ShouldBe(42);
        Cel.ToInt64(Cel.Of(7UL), Path).ShouldBe(7);
        Cel.ToInt16(Cel.Of(7m), Path).ShouldBe((short)7);
        Cel.ToByte(Cel.Of(255), Path).ShouldBe((byte)255);
        Cel.ToSByte(Cel.Of(-1), Path).ShouldBe((sbyte)-1);
        Cel.ToUInt16(Cel.Of(1), Path).ShouldBe((ushort)1);
        Cel.ToUInt32(Cel.Of(1), Path).ShouldBe(1u);
        Cel.ToUInt64(Cel.Of(ulong.MaxValue), Path).ShouldBe(ulong.MaxValue);
    }

    [Fact]
    public void Other_scalars_are_converted()
    {
        Cel.ToDouble(Cel.Of(1), Path).ShouldBe(1);
        Cel.ToSingle(Cel.Of(0.1), Path).ShouldBe(0.1f);
        Cel.ToDecimal(Cel.Of(0.1), Path).ShouldBe(0.1m);
        Cel.ToDecimal(Cel.Of(19.990m), Path).ShouldBe(19.990m);
        Cel.ToBool(CelValue.Some(Cel.Of(true)), Path).ShouldBeTrue();
        Cel.ToText(Cel.Of("a"), Path).ShouldBe("a");
        Cel.ToText(Cel.Of(TimeSpan.FromMinutes(90)), Path).ShouldBe("PT1H30M");
        Cel.ToChar(Cel.Of("a"), Path).ShouldBe('a');
        Cel.ToGuid(Cel.Of("00000000-0000-0000-0000-000000000001"), Path).ShouldBe(new Guid("00000000-0000-0000-0000-000000000001"));
        Cel.ToUri(Cel.Of("https://example.com"), Path).Host.ShouldBe("example.com");
        Cel.ToEnum<DayOfWeek>(Cel.Of("monday"), Path).ShouldBe(DayOfWeek.Monday);
        Cel.ToByteArray(Cel.Of("AQI="), Path).ShouldBe([1, 2]);
    }

    [Fact]
    public void Times_come_from_values_and_from_text()
    {
        var noon = new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero);

        Cel.ToDateTimeOffset(Cel.Of(noon), Path).ShouldBe(noon);
        Cel.ToDateTimeOffset(Cel.Of("2026-02-28T13:00:00+01:00"), Path).Offset.ShouldBe(TimeSpan.FromHours(1));
        Cel.ToDateTimeOffset(Cel.Of("2026-02-28T12:00"), Path).ShouldBe(noon);
        Cel.ToDateTime(Cel.Of("2026-02-28"), Path).ShouldBe(new DateTime(2026, 2, 28, 0, 0, 0, DateTimeKind.Utc));
        Cel.ToDateOnly(Cel.Of("2026-02-28"), Path).ShouldBe(new DateOnly(2026, 2, 28));
        Cel.ToDateOnly(Cel.Of(noon), Path).ShouldBe(new DateOnly(2026, 2, 28));
        Cel.ToTimeOnly(Cel.Of("13:30:15"), Path).ShouldBe(new TimeOnly(13, 30, 15));
        Cel.ToTimeSpan(Cel.Of("PT1H"), Path).ShouldBe(TimeSpan.FromHours(1));
        Cel.ToTimeSpan(Cel.Of("01:00:00"), Path).ShouldBe(TimeSpan.FromHours(1));
        Cel.ToTimeSpan(Cel.Of(TimeSpan.FromHours(1)), Path).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Lists_dictionaries_and_nulls_are_converted_item_by_item()
    {
        Cel.ToList(Json.Value("[1, 2]"), Path, Cel.ToInt32).ShouldBe([1, 2]);
        Cel.ToArray(Json.Value("""["a"]"""), Path, Cel.ToText).ShouldBe(["a"]);
        Cel.ToDictionary(Json.Value("""{ "a": 1 }"""), Path, Cel.ToInt64).ShouldBe(new Dictionary<string, long> { ["a"] = 1 });
        Cel.ToNullable(CelValue.Null, Path, Cel.ToInt32).ShouldBeNull();
        Cel.ToNullable(CelValue.None, Path, Cel.ToInt32).ShouldBeNull();
        Cel.ToNullable(Cel.Of(1), Path, Cel.ToInt32).ShouldBe(1);
        Cel.ToNullableObject(CelValue.Null, Path, Cel.ToText).ShouldBeNull();
    }

    [Fact]
    public void JSON_types_are_read_from_the_JSON()
    {
        var value = CelValue.Map(("name", Cel.Of("Ann")), ("age", Cel.Of(41.0)));

        Cel.ToJson(value, Path).GetRawText().ShouldBe("""{"name":"Ann","age":41}""");
        Cel.ToJsonNode(value, Path).ShouldBeOfType<JsonObject>()["age"]!.GetValue<int>().ShouldBe(41);
        Cel.ToJsonNode(CelValue.Null, Path).ShouldBeNull();
    }

    public static TheoryData<Func<CelValue, object?>, string, string> Mistakes => new()
    {
        { static v => Cel.ToInt32(v, Path), "\"12\"", "Expected a whole number from -2147483648 to 2147483647 at 'with/amount', found text." },
        { static v => Cel.ToInt32(v, Path), "1.5", "Expected a whole number from -2147483648 to 2147483647 at 'with/amount', found the number 1.5." },
        { static v => Cel.ToByte(v, Path), "256", "Expected a whole number from 0 to 255 at 'with/amount', found the whole number 256." },
        { static v => Cel.ToDouble(v, Path), "null", "Expected a number at 'with/amount', found null." },
        { static v => Cel.ToSingle(v, Path), "1e300", "Expected a number in the range of a float at 'with/amount', found the number 1e+300." },
        { static v => Cel.ToDecimal(v, Path), "1e300", "Expected a number in the range of a decimal at 'with/amount', found the number 1e+300." },
        { static v => Cel.ToBool(v, Path), "\"true\"", "Expected true or false at 'with/amount', found text." },
        { static v => Cel.ToText(v, Path), "[1]", "Expected text at 'with/amount', found a list of 1 item." },
        { static v => Cel.ToChar(v, Path), "\"ab\"", "Expected text of one character at 'with/amount', found text." },
        { static v => Cel.ToGuid(v, Path), "\"x\"", "Expected a GUID at 'with/amount', found text." },
        { static v => Cel.ToUri(v, Path), "\"http://\"", "Expected a URI at 'with/amount', found text." },
        { static v => Cel.ToEnum<DayOfWeek>(v, Path), "\"1\"", "Expected one of 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday' at 'with/amount', found text." },
        { static v => Cel.ToByteArray(v, Path), "\"?\"", "Expected bytes or base64 text at 'with/amount', found text." },
        { static v => Cel.ToDateTimeOffset(v, Path), "\"soon\"", "Expected a point in time such as 2026-02-28T13:30:00Z at 'with/amount', found text." },
        { static v => Cel.ToDateOnly(v, Path), "\"28.2.2026\"", "Expected a date such as 2026-02-28 at 'with/amount', found text." },
        { static v => Cel.ToTimeOnly(v, Path), "\"25:00\"", "Expected a time of day such as 13:30:00 at 'with/amount', found text." },
        { static v => Cel.ToTimeSpan(v, Path), "\"1 hour\"", "Expected a duration such as PT1H30M at 'with/amount', found text." },
        { static v => Cel.ToList(v, Path, Cel.ToInt64), "[1, \"a\"]", "Expected a whole number from -9223372036854775808 to 9223372036854775807 at 'with/amount/1', found text." },
        { static v => Cel.ToList(v, Path, Cel.ToInt64), "{}", "Expected a list at 'with/amount', found an object." },
        { static v => Cel.ToDictionary(v, Path, Cel.ToText), """{ "a": 1 }""", "Expected text at 'with/amount/a', found the whole number 1." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_value_that_does_not_fit_names_the_path_what_was_expected_and_what_was_there(Func<CelValue, object?> convert, string json, string message)
    {
        var error = Should.Throw<CelException>(() => convert(Json.Value(json)));

        error.Kind.ShouldBe(CelErrorKind.TypeMismatch);
        error.Message.ShouldBe(message);
    }
}
