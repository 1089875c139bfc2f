using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class MathFunctionTests
{
    [Theory]
    [InlineData(1.2, 2, 1, 1, 1)]
    [InlineData(-1.5, -1, -2, -2, -1)]
    [InlineData(2.5, 3, 2, 3, 2)]
    public void Doubles_are_rounded_four_ways(double value, double ceil, double floor, double round, double trunc)
    {
        Cel.MathCeil(Cel.Of(value)).ShouldBe(ceil);
        Cel.MathFloor(Cel.Of(value)).ShouldBe(floor);
        Cel.MathRound(Cel.Of(value)).ShouldBe(round);
        Cel.MathTrunc(Cel.Of(value)).ShouldBe(trunc);
    }

    [Fact]
    public void Rounding_takes_doubles_only()
        => Should.Throw<CelException>(() => Cel.MathCeil(Cel.Of(1))).Message.ShouldBe("math.ceil() does not work on the whole number 1; it takes a double.");

    [Fact]
    public void Greatest_and_least_go_across_types()
    {
        Cel.MathGreatest(Cel.Of(5.4), Cel.Of(10), Cel.Of(3UL), Cel.Of(long.MaxValue)).ShouldBe(Cel.Of(long.MaxValue));
        Cel.MathLeast(Cel.Of(5.4), Cel.Of(10), Cel.Of(3UL)).Kind.ShouldBe(CelKind.UInt);
        Cel.MathGreatest(Cel.Of(1), Cel.Of(1.0)).Kind.ShouldBe(CelKind.Int);
        Cel.MathGreatest(CelValue.List(Cel.Of(1), Cel.Of(2.5))).ShouldBe(Cel.Of(2.5));
        Cel.MathGreatest(1L, 3L, 2L).ShouldBe(3);
        Cel.MathLeast((IReadOnlyList<double>)[1.5, -2]).ShouldBe(-2);
        Should.Throw<CelException>(() => Cel.MathLeast(CelValue.List())).Message.ShouldBe("math.least() needs at least one number.");
        Should.Throw<CelException>(() => Cel.MathGreatest(Cel.Of("a"))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }

    [Fact]
    public void Abs_sign_and_the_like_keep_the_type()
    {
        Cel.MathAbs(Cel.Of(-11)).ShouldBe(Cel.Of(11));
        Cel.MathAbs(Cel.Of(-1.5m)).ShouldBe(Cel.Of(1.5m));
        Cel.MathSign(Cel.Of(-11.5)).Kind.ShouldBe(CelKind.Double);
        Cel.MathSign(Cel.Of(3UL)).ShouldBe(Cel.Of(1UL));
        Cel.MathSqrt(Cel.Of(16)).ShouldBe(4);
        Cel.MathIsNaN(Cel.MathSqrt(-1.0)).ShouldBeTrue();
        Cel.MathIsInf(double.NegativeInfinity).ShouldBeTrue();
        Cel.MathIsFinite(double.NaN).ShouldBeFalse();
        Should.Throw<CelException>(() => Cel.MathAbs(long.MinValue)).Kind.ShouldBe(CelErrorKind.Overflow);
    }

    [Fact]
    public void Bits_are_combined_in_their_type()
    {
        Cel.MathBitAnd(1, 3).ShouldBe(1);
        Cel.MathBitOr(Cel.Of(1UL), Cel.Of(4UL)).ShouldBe(Cel.Of(5UL));
        Cel.MathBitXor(Cel.Of(4), Cel.Of(-2)).ShouldBe(Cel.Of(-6));
        Cel.MathBitNot(0UL).ShouldBe(ulong.MaxValue);
        Should.Throw<CelException>(() => Cel.MathBitOr(Cel.Of(1.2), Cel.Of(1))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.MathBitOr(Cel.Of(1), Cel.Of(1UL))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }

    [Theory]
    [InlineData(1, 2, 4)]
    [InlineData(1, 200, 0)]
    [InlineData(-1, 63, long.MinValue)]
    public void Shifts_left_end_at_zero(long value, long by, long expected) => Cel.MathBitShiftLeft(Cel.Of(value), Cel.Of(by)).ShouldBe(Cel.Of(expected));

    [Theory]
    [InlineData(1024, 2, 256)]
    [InlineData(-1024, 3, 2305843009213693824)]
    [InlineData(-1024, 64, 0)]
    public void Shifts_right_fill_with_zeros(long value, long by, long expected) => Cel.MathBitShiftRight(value, by).ShouldBe(expected);

    [Fact]
    public void Shifts_by_a_negative_number_are_bad_arguments()
        => Should.Throw<CelException>(() => Cel.MathBitShiftLeft(1UL, -1)).Kind.ShouldBe(CelErrorKind.BadArgument);
}
