namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The product of two ints.</summary>
    public static long Multiply(long left, long right)
    {
        var high = Math.BigMul(left, right, out long product);
        return high == product >> 63 ? product : throw CelErrors.Overflow(left, "*", right);
    }

    /// <summary>The product of two uints.</summary>
    public static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out ulong product);
        return high == 0 ? product : throw CelErrors.Overflow(left, "*", right);
    }

    /// <summary>The product of two doubles.</summary>
    public static double Multiply(double left, double right) => left * right;

    /// <summary>The product of two decimals.</summary>
    public static decimal Multiply(decimal left, decimal right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            throw CelErrors.Overflow($"{left} * {right}");
        }
    }

    /// <summary>The product of an int and an uint, as an int.</summary>
    public static long Multiply(long left, ulong right)
        => Numbers.TryInt((Int128)left * right, out var result) ? result : throw CelErrors.Overflow($"{left} * {right}");

    /// <summary>The product of an uint and an int, as an int.</summary>
    public static long Multiply(ulong left, long right)
        => Numbers.TryInt((Int128)left * right, out var result) ? result : throw CelErrors.Overflow($"{left} * {right}");

    /// <summary>The product of an int, which must have an exact double, and a double.</summary>
    public static double Multiply(long left, double right) => Multiply(Numbers.Exact(left), right);

    /// <summary>The product of a double and an int, which must have an exact double.</summary>
    public static double Multiply(double left, long right) => Multiply(left, Numbers.Exact(right));

    /// <summary>The product of an uint, which must have an exact double, and a double.</summary>
    public static double Multiply(ulong left, double right) => Multiply(Numbers.Exact(left), right);

    /// <summary>The product of a double and an uint, which must have an exact double.</summary>
    public static double Multiply(double left, ulong right) => Multiply(left, Numbers.Exact(right));

    /// <summary>The product of a decimal and an int.</summary>
    public static decimal Multiply(decimal left, long right) => Multiply(left, (decimal)right);

    /// <summary>The product of an int and a decimal.</summary>
    public static decimal Multiply(long left, decimal right) => Multiply((decimal)left, right);

    /// <summary>The product of a decimal and an uint.</summary>
    public static decimal Multiply(decimal left, ulong right) => Multiply(left, (decimal)right);

    /// <summary>The product of an uint and a decimal.</summary>
    public static decimal Multiply(ulong left, decimal right) => Multiply((decimal)left, right);

    /// <summary>The product of a decimal and a double, taken by its decimal digits.</summary>
    public static decimal Multiply(decimal left, double right) => Multiply(left, Numbers.ToDecimal(right));

    /// <summary>The product of a double, taken by its decimal digits, and a decimal.</summary>
    public static decimal Multiply(double left, decimal right) => Multiply(Numbers.ToDecimal(left), right);

    /// <summary>The product of two numbers.</summary>
    public static CelValue Multiply(CelValue left, CelValue right) => left.IsNumber && right.IsNumber
        ? Arithmetic.Apply<Arithmetic.Multiplication>(left, right)
        : throw CelErrors.NoOverload("'*'", left, right, "two numbers");
}
