namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The difference of two ints.</summary>
    public static long Subtract(long left, long right)
    {
        var result = unchecked(left - right);
        return ((left ^ right) & (left ^ result)) >= 0 ? result : throw CelErrors.Overflow(left, "-", right);
    }

    /// <summary>The difference of two uints.</summary>
    public static ulong Subtract(ulong left, ulong right)
    {
        var result = unchecked(left - right);
        return left >= right ? result : throw CelErrors.Overflow(left, "-", right);
    }

    /// <summary>The difference of two doubles.</summary>
    public static double Subtract(double left, double right) => left - right;

    /// <summary>The difference of two decimals.</summary>
    public static decimal Subtract(decimal left, decimal right)
    {
        try
        {
            return left - right;
        }
        catch (OverflowException)
        {
            throw CelErrors.Overflow($"{left} - {right}");
        }
    }

    /// <summary>The difference of an int and an uint, as an int.</summary>
    public static long Subtract(long left, ulong right)
        => Numbers.TryInt((Int128)left - right, out var result) ? result : throw CelErrors.Overflow($"{left} - {right}");

    /// <summary>The difference of an uint and an int, as an int.</summary>
    public static long Subtract(ulong left, long right)
        => Numbers.TryInt((Int128)left - right, out var result) ? result : throw CelErrors.Overflow($"{left} - {right}");

    /// <summary>The difference of an int, which must have an exact double, and a double.</summary>
    public static double Subtract(long left, double right) => Subtract(Numbers.Exact(left), right);

    /// <summary>The difference of a double and an int, which must have an exact double.</summary>
    public static double Subtract(double left, long right) => Subtract(left, Numbers.Exact(right));

    /// <summary>The difference of an uint, which must have an exact double, and a double.</summary>
    public static double Subtract(ulong left, double right) => Subtract(Numbers.Exact(left), right);

    /// <summary>The difference of a double and an uint, which must have an exact double.</summary>
    public static double Subtract(double left, ulong right) => Subtract(left, Numbers.Exact(right));

    /// <summary>The difference of a decimal and an int.</summary>
    public static decimal Subtract(decimal left, long right) => Subtract(left, (decimal)right);

    /// <summary>The difference of an int and a decimal.</summary>
    public static decimal Subtract(long left, decimal right) => Subtract((decimal)left, right);

    /// <summary>The difference of a decimal and an uint.</summary>
    public static decimal Subtract(decimal left, ulong right) => Subtract(left, (decimal)right);

    /// <summary>The difference of an uint and a decimal.</summary>
    public static decimal Subtract(ulong left, decimal right) => Subtract((decimal)left, right);

    /// <summary>The difference of a decimal and a double, taken by its decimal digits.</summary>
    public static decimal Subtract(decimal left, double right) => Subtract(left, Numbers.ToDecimal(right));

    /// <summary>The difference of a double, taken by its decimal digits, and a decimal.</summary>
    public static decimal Subtract(double left, decimal right) => Subtract(Numbers.ToDecimal(left), right);

    /// <summary>An earlier time.</summary>
    public static CelTimestamp Subtract(CelTimestamp left, CelDuration right)
        => CelTimestamp.Normalized(left.Seconds - right.Seconds, left.Nanoseconds - right.Nanoseconds);

    /// <summary>The time between two times.</summary>
    public static CelDuration Subtract(CelTimestamp left, CelTimestamp right)
        => CelDuration.Normalized(left.Seconds - right.Seconds, left.Nanoseconds - right.Nanoseconds);

    /// <summary>The difference of two durations.</summary>
    public static CelDuration Subtract(CelDuration left, CelDuration right)
        => CelDuration.Normalized(left.Seconds - right.Seconds, left.Nanoseconds - right.Nanoseconds);

    /// <summary>The difference of two numbers, times or durations, or of a time and a duration.</summary>
    public static CelValue Subtract(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        _ when left.IsNumber && right.IsNumber => Arithmetic.Apply<Arithmetic.Subtraction>(left, right),
        (CelKind.Timestamp, CelKind.Timestamp) => Of(Subtract(left.Timestamp, right.Timestamp)),
        (CelKind.Timestamp, CelKind.Duration) => Of(Subtract(left.Timestamp, right.Duration)),
        (CelKind.Duration, CelKind.Duration) => Of(Subtract(left.Duration, right.Duration)),
        _ => throw CelErrors.NoOverload("'-'", left, right, "two numbers, timestamps or durations, or a timestamp and a duration"),
    };
}
