namespace WorkflowKit.Expressions;

/// <summary>Operations on the bits of whole numbers.</summary>
public static partial class Cel
{
    /// <summary>The bits set in both.</summary>
    public static long MathBitAnd(long left, long right) => left & right;

    /// <summary>The bits set in both.</summary>
    public static ulong MathBitAnd(ulong left, ulong right) => left & right;

    /// <summary>The bits set in both.</summary>
    public static CelValue MathBitAnd(CelValue left, CelValue right) => Bits("math.bitAnd()", left, right, left.UInt & right.UInt);

    /// <summary>The bits set in one or both.</summary>
    public static long MathBitOr(long left, long right) => left | right;

    /// <summary>The bits set in one or both.</summary>
    public static ulong MathBitOr(ulong left, ulong right) => left | right;

    /// <summary>The bits set in one or both.</summary>
    public static CelValue MathBitOr(CelValue left, CelValue right) => Bits("math.bitOr()", left, right, left.UInt | right.UInt);

    /// <summary>The bits set in just one.</summary>
    public static long MathBitXor(long left, long right) => left ^ right;

    /// <summary>The bits set in just one.</summary>
    public static ulong MathBitXor(ulong left, ulong right) => left ^ right;

    /// <summary>The bits set in just one.</summary>
    public static CelValue MathBitXor(CelValue left, CelValue right) => Bits("math.bitXor()", left, right, left.UInt ^ right.UInt);

    /// <summary>The bits that are not set.</summary>
    public static long MathBitNot(long value) => ~value;

    /// <summary>The bits that are not set.</summary>
    public static ulong MathBitNot(ulong value) => ~value;

    /// <summary>The bits that are not set.</summary>
    public static CelValue MathBitNot(CelValue value) => Bits("math.bitNot()", value, value, ~value.UInt);

    /// <summary>The bits moved left; zero from 64 on.</summary>
    public static long MathBitShiftLeft(long value, long by) => (long)MathBitShiftLeft((ulong)value, by);

    /// <summary>The bits moved left; zero from 64 on.</summary>
    public static ulong MathBitShiftLeft(ulong value, long by) => Shift("math.bitShiftLeft()", by) is { } places ? value << places : 0;

    /// <summary>The bits moved left; zero from 64 on.</summary>
    public static CelValue MathBitShiftLeft(CelValue value, CelValue by)
        => Bits("math.bitShiftLeft()", value, value, MathBitShiftLeft(value.UInt, Int("math.bitShiftLeft()", by)));

    /// <summary>The bits moved right, filled with zeros; zero from 64 on.</summary>
    public static long MathBitShiftRight(long value, long by) => (long)MathBitShiftRight((ulong)value, by);

    /// <summary>The bits moved right, filled with zeros; zero from 64 on.</summary>
    public static ulong MathBitShiftRight(ulong value, long by) => Shift("math.bitShiftRight()", by) is { } places ? value >> places : 0;

    /// <summary>The bits moved right, filled with zeros; zero from 64 on.</summary>
    public static CelValue MathBitShiftRight(CelValue value, CelValue by)
        => Bits("math.bitShiftRight()", value, value, MathBitShiftRight(value.UInt, Int("math.bitShiftRight()", by)));

    private static CelValue Bits(string function, CelValue left, CelValue right, ulong result) => (left.Kind, right.Kind) switch
    {
        (CelKind.Int, CelKind.Int) => Of((long)result),
        (CelKind.UInt, CelKind.UInt) => Of(result),
        _ => throw CelErrors.NoOverload(function, left, right, "two ints or two uints"),
    };

    private static int? Shift(string function, long by) => by switch
    {
        < 0 => throw CelErrors.BadArgument($"{function} cannot move bits by a negative number, {by}."),
        >= 64 => null,
        _ => (int)by,
    };
}
