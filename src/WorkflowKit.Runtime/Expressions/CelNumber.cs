using System.ComponentModel;

namespace WorkflowKit.Expressions;

/// <summary>
/// One side of a comparison of numbers of different types. Comparisons are exact: 9007199254740993 is greater than 9007199254740992.0.
/// A double meets a decimal as the shortest decimal text that reads back as that double, so 0.1 equals 0.1m.
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
        // Every long and ulong is a decimal too, without loss.
        Exact,
        Double,
    }

    // One for each type of C#: of several, the compiler could not choose.

    /// <summary>Takes an int of CEL.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(long value) => new(NumberKind.Exact, value);

    /// <summary>Takes an uint of CEL.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(ulong value) => new(NumberKind.Exact, value);

    /// <summary>Takes a double.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(double value) => new(NumberKind.Double, 0, value);

    /// <summary>Takes a decimal.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(decimal value) => new(NumberKind.Exact, value);

    /// <summary>Takes a int.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(int value) => new(NumberKind.Exact, value);

    /// <summary>Takes a uint.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(uint value) => new(NumberKind.Exact, value);

    /// <summary>Takes a short.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(short value) => new(NumberKind.Exact, value);

    /// <summary>Takes a ushort.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(ushort value) => new(NumberKind.Exact, value);

    /// <summary>Takes a sbyte.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(sbyte value) => new(NumberKind.Exact, value);

    /// <summary>Takes a byte.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(byte value) => new(NumberKind.Exact, value);

    /// <summary>Takes a float by its decimal digits.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CelNumber(float value) => Cel.Of(value).Number;

    /// <summary>The order of two numbers; false when one of them is NaN, which has none.</summary>
    internal static bool TryCompare(in CelNumber left, in CelNumber right, out int order)
    {
        switch (left._kind, right._kind)
        {
            case (NumberKind.Exact, NumberKind.Exact):
                order = left._decimal.CompareTo(right._decimal);
                return true;
            case (NumberKind.Double, NumberKind.Double):
                order = left._double.CompareTo(right._double);
                return !double.IsNaN(left._double) && !double.IsNaN(right._double);
            case (NumberKind.Exact, NumberKind.Double):
                order = Compare(left._decimal, right._double);
                return !double.IsNaN(right._double);
            default:
                order = -Compare(right._decimal, left._double);
                return !double.IsNaN(left._double);
        }
    }

    private static int Compare(decimal left, double right)
        => Numbers.TryDecimal(right, out var exact) ? left.CompareTo(exact) : ((double)left).CompareTo(right);
}
