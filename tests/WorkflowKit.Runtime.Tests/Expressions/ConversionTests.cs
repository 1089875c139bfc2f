using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class ConversionTests
{
    public static TheoryData<string, object, object> Results => new()
    {
        { "int", 42UL, 42L },
        { "int", -7.9, -7L },
        { "int", 7.9m, 7L },
        { "int", "-987", -987L },
        { "int", DateTimeOffset.FromUnixTimeSeconds(1095379199), 1095379199L },
        { "uint", 1729L, 1729UL },
        { "uint", 3.9, 3UL },
        { "uint", "300", 300UL },
        { "double", long.MaxValue, 9.223372036854776e18 },
        { "double", "-84.32e7", -843200000.0 },
        { "double", "NaN", double.NaN },
        { "double", "-Infinity", double.NegativeInfinity },
        { "string", 123L, "123" },
        { "string", -0.0045, "-0.0045" },
        { "string", true, "true" },
        { "string", "abc"u8.ToArray(), "abc" },
        { "string", TimeSpan.FromHours(1.5), "5400s" },
        { "string", 1.50m, "1.50" },
        { "bytes", "ÿ", new byte[] { 0xC3, 0xBF } },
        { "bool", "t", true },
        { "bool", "FALSE", false },
        { "duration", "PT1H30M", TimeSpan.FromHours(1.5) },
        { "timestamp", 0L, DateTimeOffset.UnixEpoch },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Conversions_give_what_CEL_says(string function, object value, object expected)
    {
        var result = Convert(function, Values.Of(value));

        if (expected is double.NaN)
            Cel.MathIsNaN(result).ShouldBeTrue();
        else
            result.ShouldBe(Values.Of(expected));
        result.Kind.ShouldBe(Values.Of(expected).Kind);
    }

    [Theory]
    [InlineData("int", ulong.MaxValue, CelErrorKind.Overflow)]
    [InlineData("int", 9223372036854775807.0, CelErrorKind.Overflow)]
    [InlineData("int", double.NaN, CelErrorKind.Overflow)]
    [InlineData("int", "1.5", CelErrorKind.Conversion)]
    [InlineData("int", " 1", CelErrorKind.Conversion)]
    [InlineData("int", true, CelErrorKind.NoSuchOverload)]
    [InlineData("uint", -1L, CelErrorKind.Overflow)]
    [InlineData("uint", 6.022e23, CelErrorKind.Overflow)]
    [InlineData("uint", "-1", CelErrorKind.Conversion)]
    [InlineData("double", "1,5", CelErrorKind.Conversion)]
    [InlineData("bool", "TrUe", CelErrorKind.Conversion)]
    [InlineData("bool", 1L, CelErrorKind.NoSuchOverload)]
    [InlineData("bytes", 1L, CelErrorKind.NoSuchOverload)]
    [InlineData("string", null, CelErrorKind.NoSuchOverload)]
    [InlineData("duration", "1 hour", CelErrorKind.Conversion)]
    [InlineData("duration", 5L, CelErrorKind.NoSuchOverload)]
    [InlineData("timestamp", "2026-02-30T00:00:00Z", CelErrorKind.Conversion)]
    [InlineData("timestamp", 1.5, CelErrorKind.NoSuchOverload)]
    public void Values_that_cannot_be_converted_are_errors(string function, object? value, CelErrorKind expected)
        => Should.Throw<CelException>(() => Convert(function, Values.Of(value))).Kind.ShouldBe(expected);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_no_text()
        => Should.Throw<CelException>(() => Cel.ToText(Cel.Of([0, 0xFF]))).Kind.ShouldBe(CelErrorKind.Conversion);

    [Fact]
    public void The_message_says_what_was_expected()
        => Should.Throw<CelException>(() => Cel.ToInt("12 pieces")).Message.ShouldBe(
            "'12 pieces' cannot be converted to int; expected a whole number in its range.");

    [Theory]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1234567.5, "1234567.5")]
    [InlineData(1.5e17, "150000000000000000")]
    [InlineData(0.0000015, "0.0000015")]
    [InlineData(-0.00001, "-0.00001")]
    [InlineData(1e-8, "1e-08")]
    [InlineData(5, "5")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Doubles_read_like_people_write_them(double value, string expected) => Cel.ToText(value).ShouldBe(expected);

    [Theory]
    [InlineData("null", "")]
    [InlineData("1.5", "1.5")]
    [InlineData("\"a\"", "a")]
    [InlineData("[1, \"a\"]", "[1, \"a\"]")]
    public void Values_inside_a_text_are_text_or_JSON(string json, string expected) => Cel.Interpolate(Json.Value(json)).ShouldBe(expected);

    [Fact]
    public void Types_have_names()
    {
        Cel.TypeOf(Cel.Of(1)).ShouldBe(CelValue.Type("int"));
        Cel.TypeOf(Cel.Of(1m)).ShouldBe(CelValue.Type("double"));
        Cel.TypeOf(Cel.TypeOf(CelValue.Null)).ShouldBe(CelValue.Type("type"));
        Cel.TypeOf(Cel.Of(DateTimeOffset.UnixEpoch)).ToString().ShouldBe("google.protobuf.Timestamp");
    }

    private static CelValue Convert(string function, CelValue value) => function switch
    {
        "int" => Cel.Of(Cel.ToInt(value)),
        "uint" => Cel.Of(Cel.ToUInt(value)),
        "double" => Cel.Of(Cel.ToDouble(value)),
        "string" => Cel.Of(Cel.ToText(value)),
        "bytes" => Cel.Of(Cel.ToBytes(value)),
        "bool" => Cel.Of(Cel.ToBool(value)),
        "duration" => Cel.Of(Cel.ToDuration(value)),
        _ => Cel.Of(Cel.ToTimestamp(value)),
    };
}
