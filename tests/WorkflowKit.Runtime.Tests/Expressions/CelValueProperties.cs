using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class CelValueProperties
{
    private static readonly Gen<CelValue> Numbers = Gen.OneOf(
        Gen.Long.Select(Cel.Of), Gen.ULong.Select(Cel.Of), Gen.Double.Where(double.IsFinite).Select(Cel.Of), Gen.Decimal.Select(Cel.Of),
        Gen.Int[-3, 3].Select(Cel.Of), Gen.Int[-3, 3].Select(static one => Cel.Of((double)one)));

    private static readonly Gen<CelValue> Scalars = Gen.OneOf(
        Gen.Const(CelValue.Null), Gen.Bool.Select(Cel.Of), Numbers, Gen.String.Select(static one => Cel.Of(one)));

    private static readonly Gen<CelValue> Any = Gen.Recursive<CelValue>(static (depth, inner) => depth == 3
        ? Scalars
        : Gen.OneOf(
            Scalars,
            inner.Array[0, 4].Select(static items => CelValue.List(items)),
            Gen.Select(Gen.String, inner).Array[0, 12].Select(static entries => CelValue.Map([.. entries.DistinctBy(static entry => entry.Item1)]))));

    [Fact]
    public void Values_come_back_equal_from_JSON() => Any.Sample(static value =>
    {
        // JSON cannot carry half of a surrogate pair.
        if (!value.ToString().EnumerateRunes().Contains(Rune.ReplacementChar))
            CelValue.FromJson(CelValue.List(value).ToJsonElement()).ShouldBe(CelValue.List(value));
    });

    [Fact]
    public void Equality_is_symmetric_and_equal_values_hash_alike() => Gen.Select(Numbers, Numbers).Sample(static (a, b) =>
    {
        (a == b).ShouldBe(b == a);
        if (a == b)
            a.GetHashCode().ShouldBe(b.GetHashCode());
        (a == b || Cel.Less(a, b) || Cel.Less(b, a)).ShouldBeTrue();
        (Cel.Less(a, b) && Cel.Less(b, a)).ShouldBeFalse();
    });

    [Fact]
    public void Integer_arithmetic_agrees_with_unbounded_integers_or_fails()
    {
        var operands = Gen.OneOf(Gen.Long.Select(Cel.Of), Gen.ULong.Select(Cel.Of), Gen.Int[-9, 9].Select(Cel.Of));
        Gen.Select(operands, operands, Gen.Char["+-*/%"]).Sample(static (a, b, @operator) =>
        {
            var expected = Unbounded(@operator, Big(a), Big(b));
            var isUnsigned = a.Kind == CelKind.UInt && b.Kind == CelKind.UInt;
            var fits = expected is { } exact && (isUnsigned ? exact >= 0 && exact <= ulong.MaxValue : exact >= long.MinValue && exact <= long.MaxValue);

            if (fits)
                Values.Apply(@operator, a, b).ToString().ShouldBe(expected!.Value.ToString(CultureInfo.InvariantCulture));
            else
                Should.Throw<CelException>(() => Values.Apply(@operator, a, b)).Kind.ShouldBeOneOf(CelErrorKind.Overflow, CelErrorKind.DivideByZero);
        });
    }

    [Fact]
    public void Ints_meet_doubles_exactly_or_not_at_all() => Gen.Select(Gen.Long, Gen.Double.Where(double.IsFinite)).Sample(static (a, b) =>
    {
        if ((BigInteger)(double)a == a)
            Cel.Add(a, b).ShouldBe(a + b);
        else
            Should.Throw<CelException>(() => Cel.Add(a, b)).Kind.ShouldBe(CelErrorKind.PrecisionLoss);
    });

    [Fact]
    public void Times_come_back_from_text() => Gen.Select(Gen.Long[-62135596800, 253402300799], Gen.Int[0, 999_999_999]).Sample(static (seconds, nanoseconds) =>
    {
        var time = Cel.Add(Cel.ToTimestamp(seconds), Cel.ToDuration($"{nanoseconds}ns"));

        Cel.ToTimestamp(Cel.ToText(time)).ShouldBe(time);
        time.Seconds.ShouldBe(seconds);
        time.Nanoseconds.ShouldBe(nanoseconds);
    });

    [Fact]
    public void Durations_come_back_from_both_texts() => Gen.Select(Gen.Long[-315_575_999_999, 315_575_999_999], Gen.Int[-999_999_999, 999_999_999]).Sample(static (seconds, nanoseconds) =>
    {
        var duration = Cel.Add(Cel.ToDuration($"{seconds}s"), Cel.ToDuration($"{nanoseconds}ns"));

        Cel.ToDuration(Cel.ToText(duration)).ShouldBe(duration);
        Cel.ToDuration(Cel.Of(duration).ToJsonElement().GetString()!).ShouldBe(duration);
    });

    private static BigInteger Big(CelValue value) => BigInteger.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private static BigInteger? Unbounded(char @operator, BigInteger a, BigInteger b) => @operator switch
    {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        '/' => b.IsZero ? null : BigInteger.Divide(a, b),
        _ => b.IsZero ? null : BigInteger.Remainder(a, b),
    };
}
