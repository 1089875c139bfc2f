namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The remainder of two ints, with the sign of the first.</summary>
    public static long Modulo(long left, long right) => right switch
    {
        0 => throw CelErrors.DivideByZero("Remainder"),
        -1 => 0,
        _ => left % right,
    };

    /// <summary>The remainder of two uints.</summary>
    public static ulong Modulo(ulong left, ulong right) => right == 0 ? throw CelErrors.DivideByZero("Remainder") : left % right;

    /// <summary>The remainder of an int and an uint, as an int.</summary>
    public static long Modulo(long left, ulong right)
        => right == 0 ? throw CelErrors.DivideByZero("Remainder") : (long)((Int128)left % right);

    /// <summary>The remainder of an uint and an int, as an int.</summary>
    public static long Modulo(ulong left, long right)
        => right == 0 ? throw CelErrors.DivideByZero("Remainder")
            : Numbers.TryInt((Int128)left % right, out var result) ? result : throw CelErrors.Overflow($"{left} % {right}");

    /// <summary>The remainder of two whole numbers.</summary>
    public static CelValue Modulo(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Of(Modulo(left.Int, right.Int)),
        (CelKind.UInt, CelKind.UInt) => Of(Modulo(left.UInt, right.UInt)),
        (CelKind.Int, CelKind.UInt) => Of(Modulo(left.Int, right.UInt)),
        (CelKind.UInt, CelKind.Int) => Of(Modulo(left.UInt, right.Int)),
        _ => throw CelErrors.NoOverload("'%'", left, right, "two whole numbers"),
    };

    /// <summary>The number with the other sign.</summary>
    public static long Negate(long value) => value == long.MinValue ? throw CelErrors.Overflow($"-({value})") : -value;

    /// <summary>The number with the other sign.</summary>
    public static double Negate(double value) => -value;

    /// <summary>The number with the other sign.</summary>
    public static decimal Negate(decimal value) => -value;

    /// <summary>The number with the other sign.</summary>
    public static CelValue Negate(CelValue value) => value.Kind switch
    {
        CelKind.Int => Of(Negate(value.Int)),
        CelKind.Double => value.Decimal is { } exact ? Of(-exact) : Of(-value.Double),
        _ => throw CelErrors.NoOverload("'-'", value, "an int or a double"),
    };
}
