using System.ComponentModel;

namespace WorkflowKit.Expressions;

/// <summary>
/// One side of a comparison of numbers of different types. As CEL defines, an int meets a double as the double nearest to it, like in C#.
/// A decimal meets a double as the shortest decimal text that reads back as that double, so 0.1 equals 0.1m; all else is exact.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CelNumber
{
    private readonly decimal _decimal;
    private readonly double _double;
    private readonly NumberKind _kind;

    private CelNumber(NumberKind kind, decimal exact, double approximate = 0)
    {
        _kind = kind;
        _decimal = exact;
        _double = approximate;
    }

    private enum NumberKind : byte
    {
        // A long or an ulong; a decimal holds every one of them.
        Whole,
        Decimal,
        Double,
    }

    // One for each type of C#: of several, the compiler could not choose.

    /// <summary>Takes an int of CEL.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(long value) => new(NumberKind.Whole, value);

    /// <summary>Takes an uint of CEL.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(ulong value) => new(NumberKind.Whole, value);

    /// <summary>Takes a double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(double value) => new(NumberKind.Double, 0, value);

    /// <summary>Takes a decimal.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(decimal value) => new(NumberKind.Decimal, value);

    /// <summary>Takes a int.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(int value) => new(NumberKind.Whole, value);

    /// <summary>Takes a uint.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(uint value) => new(NumberKind.Whole, value);

    /// <summary>Takes a short.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(short value) => new(NumberKind.Whole, value);

    /// <summary>Takes a ushort.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(ushort value) => new(NumberKind.Whole, value);

    /// <summary>Takes a sbyte.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(sbyte value) => new(NumberKind.Whole, value);

    /// <summary>Takes a byte.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(byte value) => new(NumberKind.Whole, value);

    /// <summary>Takes a float by its decimal digits.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(float value) => Cel.Of(value).Number;

    /// <summary>The order of two numbers; false when one of them is NaN, which has none.</summary>
    internal static bool TryCompare(in CelNumber left, in CelNumber right, out int order)
    {
        if (left._kind == NumberKind.Double)
        {
            order = right._kind == NumberKind.Double ? left._double.CompareTo(right._double) : -Compare(right, left._double);
            return !double.IsNaN(left._double) && !(right._kind == NumberKind.Double && double.IsNaN(right._double));
        }

        order = right._kind == NumberKind.Double ? Compare(left, right._double) : left._decimal.CompareTo(right._decimal);
        return !(right._kind == NumberKind.Double && double.IsNaN(right._double));
    }

    // Far more than the nearest double of a decimal, and the shortest decimal of a double, lie beside them.
    private const double Close = 1e-14;

    private static int Compare(in CelNumber left, double right)
    {
        // Of numbers that lie apart the nearest doubles tell the order; those that lie close are compared digit by digit.
        var near = (double)left._decimal;
        return Math.Abs(near - right) > Math.Abs(right) * Close ? near.CompareTo(right) : CompareDigits(left, right);
    }

    private static int CompareDigits(in CelNumber left, double right) => left._kind == NumberKind.Decimal && Numbers.TryDecimal(right, out var shortest)
        ? left._decimal.CompareTo(shortest)
        : Numbers.ToDouble(left._decimal).CompareTo(right);
}
