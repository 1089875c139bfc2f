using System.Globalization;
using CsCheck;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

/// <summary>Fast paths beside the slow way to the same result.</summary>
public sealed class NumberProperties
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    [Fact]
    public void Whole_numbers_add_subtract_and_multiply_exactly_or_overflow()
        => Gen.Select(Gen.OneOf(Gen.Long, Gen.Long[-5, 5], Gen.Const(long.MinValue), Gen.Const(long.MaxValue)), Gen.OneOf(Gen.Long, Gen.Long[-5, 5])).Sample((left, right) =>
        {
            Outcome(() => Cel.Add(left, right)).ShouldBe(Fitting((Int128)left + right, long.MinValue, long.MaxValue));
            Outcome(() => Cel.Subtract(left, right)).ShouldBe(Fitting((Int128)left - right, long.MinValue, long.MaxValue));
            Outcome(() => Cel.Multiply(left, right)).ShouldBe(Fitting((Int128)left * right, long.MinValue, long.MaxValue));
        });

    [Fact]
    public void Unsigned_numbers_add_subtract_and_multiply_exactly_or_overflow()
        => Gen.Select(Gen.OneOf(Gen.ULong, Gen.ULong[0, 5], Gen.Const(ulong.MaxValue)), Gen.OneOf(Gen.ULong, Gen.ULong[0, 5])).Sample((left, right) =>
        {
            Outcome(() => (Int128)Cel.Add(left, right)).ShouldBe(Fitting((Int128)left + right, 0, ulong.MaxValue));
            Outcome(() => (Int128)Cel.Subtract(left, right)).ShouldBe(Fitting((Int128)left - right, 0, ulong.MaxValue));
            Outcome(() => (Int128)Cel.Multiply(left, right)).ShouldBe((UInt128)left * right <= ulong.MaxValue ? (Int128)((UInt128)left * right) : null);
        });

    [Fact]
    public void Durations_and_timestamps_carry_their_nanoseconds()
        => Gen.Select(Durations, Durations, Gen.Long[-60_000_000_000, 250_000_000_000], Gen.Int[0, 999_999_999]).Sample((a, b, seconds, nanoseconds) =>
        {
            var (left, right) = (CelDuration.FromNanoseconds(a), CelDuration.FromNanoseconds(b));
            var time = CelTimestamp.FromNanoseconds((Int128)seconds * NanosecondsPerSecond + nanoseconds);
            Cel.Add(left, right).ShouldBe(CelDuration.FromNanoseconds(a + b));
            Cel.Subtract(left, right).ShouldBe(CelDuration.FromNanoseconds(a - b));
            Cel.Add(time, left).ShouldBe(CelTimestamp.FromNanoseconds((Int128)seconds * NanosecondsPerSecond + nanoseconds + a));
            Cel.Subtract(Cel.Add(time, left), time).ShouldBe(left);
        });

    [Theory]
    [InlineData("315576000000s", "1ns")]
    [InlineData("-315576000000s", "-1ns")]
    public void A_duration_beyond_the_longest_overflows(string longest, string more)
        => Should.Throw<CelException>(() => Cel.Add(Cel.ToDuration(longest), Cel.ToDuration(more))).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void A_timestamp_beyond_the_last_overflows()
        => Should.Throw<CelException>(() => Cel.Add(Cel.ToTimestamp("9999-12-31T23:59:59.999999999Z"), Cel.ToDuration("1ns"))).Kind.ShouldBe(CelErrorKind.Overflow);

    [Fact]
    public void A_decimal_beside_a_double_is_compared_by_its_digits()
        => Gen.Select(Gen.OneOf(Gen.Decimal, Gen.Decimal[-2, 2], Gen.Int[-100_000, 100_000].Select(whole => whole / 100m)), Gen.Int[-4, 4], Gen.Int[-30, 30]).Sample((exact, ulps, power) =>
        {
            var near = Numbers.ToDouble(exact);
            foreach (var other in new[] { near, Math.BitIncrement(near), Math.BitDecrement(near), near + (ulps * Math.BitIncrement(Math.Abs(near)) * 1e-15), near + (ulps * Math.Pow(10, power)), -near, 0 })
            {
                var order = Numbers.TryDecimal(other, out var digits) ? exact.CompareTo(digits) : Numbers.ToDouble(exact).CompareTo(other);
                Cel.Less(exact, other).ShouldBe(order < 0, $"{exact} < {other:R}");
                Cel.Less(other, exact).ShouldBe(order > 0, $"{other:R} < {exact}");
                Cel.AreEqual(exact, other).ShouldBe(order == 0, $"{exact} == {other:R}");
            }
        });

    [Theory]
    [InlineData(double.NaN, false, false)]
    [InlineData(double.PositiveInfinity, true, false)]
    [InlineData(double.NegativeInfinity, false, true)]
    public void A_decimal_is_less_than_infinity_and_in_no_order_with_NaN(double other, bool isLess, bool isGreater)
    {
        (Cel.Less(1.5m, other), Cel.Greater(1.5m, other), Cel.AreEqual(1.5m, other)).ShouldBe((isLess, isGreater, false));
    }

    [Fact]
    public void A_double_becomes_the_decimal_of_its_shortest_text()
        => Gen.OneOf(Gen.Double[-1e20, 1e20], Gen.Double[-10, 10], Gen.Double[-1e-10, 1e-10], Gen.Int[-100_000, 100_000].Select(whole => whole / 100.0)).Sample(value =>
        {
            if (!decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var shortest) || double.Parse(shortest.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) != value)
                return;
            Numbers.TryDecimal(value, out var result).ShouldBeTrue();
            result.ToString(CultureInfo.InvariantCulture).ShouldBe(shortest.ToString(CultureInfo.InvariantCulture));
        });

    [Fact]
    public void Items_of_a_JSON_array_are_the_same_however_often_they_are_asked_for()
    {
        var list = Cel.Of(System.Text.Json.JsonElement.Parse("[0, 1, 2, 3, 4, 5, 6, 7]"));

        Enumerable.Range(0, 8).Select(position => Cel.Index(list, position)).ShouldBe(Enumerable.Range(0, 8).Select(position => Cel.Of(position)));
    }

    private static Gen<Int128> Durations => Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[-999_999_999, 999_999_999])
        .Select((seconds, nanoseconds) => (Int128)seconds * NanosecondsPerSecond + nanoseconds);

    private static Int128? Fitting(Int128 exact, Int128 least, Int128 greatest) => exact >= least && exact <= greatest ? exact : null;

    private static Int128? Outcome(Func<Int128> operation)
    {
        try
        {
            return operation();
        }
        catch (CelException error) when (error.Kind == CelErrorKind.Overflow)
        {
            return null;
        }
    }
}
