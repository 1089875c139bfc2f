namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The next whole number, upward.</summary>
    public static double MathCeil(double value) => Math.Ceiling(value);

    /// <summary>The next whole number, upward.</summary>
    public static double MathCeil(CelValue value) => MathCeil(Double("math.ceil()", value));

    /// <summary>The next whole number, downward.</summary>
    public static double MathFloor(double value) => Math.Floor(value);

    /// <summary>The next whole number, downward.</summary>
    public static double MathFloor(CelValue value) => MathFloor(Double("math.floor()", value));

    /// <summary>The nearest whole number; halves go away from zero.</summary>
    public static double MathRound(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>The nearest whole number; halves go away from zero.</summary>
    public static double MathRound(CelValue value) => MathRound(Double("math.round()", value));

    /// <summary>The number without its fraction.</summary>
    public static double MathTrunc(double value) => Math.Truncate(value);

    /// <summary>The number without its fraction.</summary>
    public static double MathTrunc(CelValue value) => MathTrunc(Double("math.trunc()", value));

    /// <summary>The number without its sign.</summary>
    public static long MathAbs(long value) => value < 0 ? Negate(value) : value;

    /// <summary>The number itself.</summary>
    public static ulong MathAbs(ulong value) => value;

    /// <summary>The number without its sign.</summary>
    public static double MathAbs(double value) => Math.Abs(value);

    /// <summary>The number without its sign.</summary>
    public static CelValue MathAbs(CelValue value) => value.Kind switch
    {
        CelKind.Int => Of(MathAbs(value.Int)),
        CelKind.UInt => value,
        CelKind.Double => value.Decimal is { } exact ? Of(Math.Abs(exact)) : Of(MathAbs(value.Double)),
        _ => throw CelErrors.NoOverload("math.abs()", value, "a number"),
    };

    /// <summary>-1, 0 or 1.</summary>
    public static long MathSign(long value) => Math.Sign(value);

    /// <summary>0 or 1.</summary>
    public static ulong MathSign(ulong value) => value == 0 ? 0UL : 1;

    /// <summary>-1, 0, 1 or NaN.</summary>
    public static double MathSign(double value) => double.IsNaN(value) ? value : Math.Sign(value);

    /// <summary>-1, 0 or 1, in the type of the number.</summary>
    public static CelValue MathSign(CelValue value) => value.Kind switch
    {
        CelKind.Int => Of(MathSign(value.Int)),
        CelKind.UInt => Of(MathSign(value.UInt)),
        CelKind.Double => Of(MathSign(value.Double)),
        _ => throw CelErrors.NoOverload("math.sign()", value, "a number"),
    };

    /// <summary>Whether this is not a number.</summary>
    public static bool MathIsNaN(double value) => double.IsNaN(value);

    /// <summary>Whether this is not a number.</summary>
    public static bool MathIsNaN(CelValue value) => MathIsNaN(Double("math.isNaN()", value));

    /// <summary>Whether this is an infinity.</summary>
    public static bool MathIsInf(double value) => double.IsInfinity(value);

    /// <summary>Whether this is an infinity.</summary>
    public static bool MathIsInf(CelValue value) => MathIsInf(Double("math.isInf()", value));

    /// <summary>Whether this is neither NaN nor an infinity.</summary>
    public static bool MathIsFinite(double value) => double.IsFinite(value);

    /// <summary>Whether this is neither NaN nor an infinity.</summary>
    public static bool MathIsFinite(CelValue value) => MathIsFinite(Double("math.isFinite()", value));

    /// <summary>The square root; NaN of a negative number.</summary>
    public static double MathSqrt(double value) => Math.Sqrt(value);

    /// <summary>The square root; NaN of a negative number.</summary>
    public static double MathSqrt(long value) => Math.Sqrt(value);

    /// <summary>The square root.</summary>
    public static double MathSqrt(ulong value) => Math.Sqrt(value);

    /// <summary>The square root; NaN of a negative number.</summary>
    public static double MathSqrt(CelValue value) => value.IsNumber
        ? Math.Sqrt(ToDouble(value))
        : throw CelErrors.NoOverload("math.sqrt()", value, "a number");

    private static double Double(string function, CelValue value) => value.Kind == CelKind.Double
        ? value.Double
        : throw CelErrors.NoOverload(function, value, "a double");
}
