using System.Globalization;
using System.Text;
using CsCheck;
using WorkflowKit.Emission;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Emission.CodeTests;

public sealed class LiteralTests
{
    [Fact]
    public void A_literal_has_the_value_and_the_type_that_it_was_made_of()
    {
        var values = new List<object>
        {
            0, int.MinValue, int.MaxValue, 0L, -1L, long.MinValue, long.MaxValue, 0u, uint.MaxValue, 0ul, ulong.MaxValue,
            0.0, -0.0, 1.0, 0.1, 1e300, double.Epsilon, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
            1f, float.Epsilon, float.MaxValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity,
            1.5m, 1.50m, -0.0001m, decimal.MaxValue, decimal.MinValue, true, false, 'a', '\'', '\0', '\ud800',
            "", "\"", "\\", "\0\r\n\t\u0085\u2028\u2029", "\ud800", "\udc00x", "{0}", "${{ }}", "*/ //", "\u202e\u200b", "😀",
            TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromDays(2), TimeSpan.FromHours(-3), TimeSpan.FromSeconds(90),
            TimeSpan.FromMilliseconds(1500), TimeSpan.FromTicks(1),
            new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.Zero), DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        };

        RoundTrip(values).SequenceEqual(values, Comparer).ShouldBeTrue();
    }

    [Fact]
    public void Any_literal_comes_back_from_the_compiler_as_it_went_in()
    {
        var text = Gen.Int[0, 0xFFFF].Select(c => (char)c).Array[0, 40].Select(c => new string(c));
        var value = Gen.OneOf<object>(
            text.Select(x => (object)x),
            Gen.Char.Select(x => (object)x),
            Gen.Int.Select(x => (object)x),
            Gen.Long.Select(x => (object)x),
            Gen.UInt.Select(x => (object)x),
            Gen.ULong.Select(x => (object)x),
            Gen.Double.Select(x => (object)x),
            Gen.Float.Select(x => (object)x),
            Gen.Decimal.Select(x => (object)x),
            Gen.Long.Select(x => (object)TimeSpan.FromTicks(x)));

        value.List[200].Sample(values => RoundTrip(values).SequenceEqual(values, Comparer), iter: 10, threads: 1);
    }

    [Fact]
    public void Text_within_an_interpolated_string_keeps_its_value()
    {
        string[] values = ["{", "}", "{{0}}", "\"", "\\u0041", "\u2028{x}", "\ud800"];
        var source = new StringBuilder("public static class Emitted { public static string[] Values => [");
        foreach (var value in values)
            source.Append("$\"").Append(Code.InterpolatedText(value)).Append("{1}\",");
        var emitted = InMemoryCompiler.Load(source.Append("]; }").ToString());

        ((string[])emitted.GetType("Emitted")!.GetProperty("Values")!.GetValue(null)!).ShouldBe(values.Select(v => v + "1"));
    }

    [Theory]
    [InlineData("""{"a":1}""", "\"\"\"{\"a\":1}\"\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"", "\"\\\"\"")]
    [InlineData("a\"\"\"b", "\"a\\\"\\\"\\\"b\"")]
    public void A_raw_literal_is_used_where_it_spares_escapes(string value, string expected) =>
        Code.RawLiteral(value).Text.ShouldBe(expected);

    private static readonly EqualityComparer<object> Comparer = EqualityComparer<object>.Create((a, b) => SameBits(a!, b!), x => x.GetHashCode());

    private static object[] RoundTrip(IEnumerable<object> values)
    {
        var source = new StringBuilder("using System; public static class Emitted { public static object[] Values => [\n");
        foreach (var value in values)
            source.Append(Literal(value)).Append(",\n");
        var emitted = InMemoryCompiler.Load(source.Append("]; }").ToString());
        return (object[])emitted.GetType("Emitted")!.GetProperty("Values")!.GetValue(null)!;
    }

    private static Code Literal(object value) => value switch
    {
        string x => Code.Literal(x),
        char x => Code.Literal(x),
        bool x => Code.Literal(x),
        int x => Code.Literal(x),
        uint x => Code.Literal(x),
        long x => Code.Literal(x),
        ulong x => Code.Literal(x),
        double x => Code.Literal(x),
        float x => Code.Literal(x),
        decimal x => Code.Literal(x),
        TimeSpan x => Code.Literal(x),
        DateTimeOffset x => Code.Literal(x),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static bool SameBits(object a, object b) => (a, b) switch
    {
        (double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y),
        (float x, float y) => BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y),
        (decimal x, decimal y) => x.ToString(CultureInfo.InvariantCulture) == y.ToString(CultureInfo.InvariantCulture),
        _ => a.Equals(b),
    };
}
