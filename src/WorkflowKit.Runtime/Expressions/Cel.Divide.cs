namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The quotient of two ints, rounded toward zero.</summary>
    public static long Divide(long left, long right) => right switch
    {
        0 => throw CelErrors.DivideByZero("Division"),
        -1 => Negate(left),
        _ => left / right,
    };

    /// <summary>The quotient of two uints, rounded down.</summary>
    public static ulong Divide(ulong left, ulong right) => right == 0 ? throw CelErrors.DivideByZero("Division") : left / right;

    /// <summary>The quotient of two doubles; by zero it is an infinity or NaN.</summary>
    public static double Divide(double left, double right) => left / right;

    /// <summary>The quotient of two decimals.</summary>
    public static decimal Divide(decimal left, decimal right)
    {
        if (right == 0)
            throw CelErrors.DivideByZero("Division");
        try
        {
            return left / right;
        }
        catch (OverflowException)
        {
            throw CelErrors.Overflow($"{left} / {right}");
        }
    }

    /// <summary>The quotient of an int and an uint, as an int.</summary>
    public static long Divide(long left, ulong right)
        => right == 0 ? throw CelErrors.DivideByZero("Division") : (long)((Int128)left / right);

    /// <summary>The quotient of an uint and an int, as an int.</summary>
    public static long Divide(ulong left, long right)
        => right == 0 ? throw CelErrors.DivideByZero("Division")
            : Numbers.TryInt((Int128)left / right, out var result) ? result : throw CelErrors.Overflow($"{left} / {right}");

    /// <summary>The quotient of an int, which must have an exact double, and a double.</summary>
    public static double Divide(long left, double right) => Divide(Numbers.Exact(left), right);

    /// <summary>The quotient of a double and an int, which must have an exact double.</summary>
    public static double Divide(double left, long right) => Divide(left, Numbers.Exact(right));

    /// <summary>The quotient of an uint, which must have an exact double, and a double.</summary>
    public static double Divide(ulong left, double right) => Divide(Numbers.Exact(left), right);

    /// <summary>The quotient of a double and an uint, which must have an exact double.</summary>
    public static double Divide(double left, ulong right) => Divide(left, Numbers.Exact(right));

    /// <summary>The quotient of a decimal and an int.</summary>
    public static decimal Divide(decimal left, long right) => Divide(left, (decimal)right);

    /// <summary>The quotient of an int and a decimal.</summary>
    public static decimal Divide(long left, decimal right) => Divide((decimal)left, right);

    /// <summary>The quotient of a decimal and an uint.</summary>
    public static decimal Divide(decimal left, ulong right) => Divide(left, (decimal)right);

    /// <summary>The quotient of an uint and a decimal.</summary>
    public static decimal Divide(ulong left, decimal right) => Divide((decimal)left, right);

    /// <summary>The quotient of a decimal and a double, taken by its decimal digits.</summary>
    public static decimal Divide(decimal left, double right) => Divide(left, Numbers.ToDecimal(right));

    /// <summary>The quotient of a double, taken by its decimal digits, and a decimal.</summary>
    public static decimal Divide(double left, decimal right) => Divide(Numbers.ToDecimal(left), right);

    /// <summary>The quotient of two numbers.</summary>
    public static CelValue Divide(CelValue left, CelValue right) => left.IsNumber && right.IsNumber
        ? Arithmetic.Apply<Arithmetic.Division>(left, right)
        : throw CelErrors.NoOverload("'/'", left, right, "two numbers");
}
