namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The sum of two ints.</summary>
    public static long Add(long left, long right)
    {
        var result = unchecked(left + right);
        return ((left ^ result) & (right ^ result)) >= 0 ? result : throw CelErrors.Overflow(left, "+", right);
    }

    /// <summary>The sum of two uints.</summary>
    public static ulong Add(ulong left, ulong right)
    {
        var result = unchecked(left + right);
        return result >= left ? result : throw CelErrors.Overflow(left, "+", right);
    }

    /// <summary>The sum of two doubles.</summary>
    public static double Add(double left, double right) => left + right;

    /// <summary>The sum of two decimals.</summary>
    public static decimal Add(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            throw CelErrors.Overflow($"{left} + {right}");
        }
    }

    /// <summary>The sum of an int and an uint, as an int.</summary>
    public static long Add(long left, ulong right)
        => Numbers.TryInt((Int128)left + right, out var result) ? result : throw CelErrors.Overflow($"{left} + {right}");

    /// <summary>The sum of an uint and an int, as an int.</summary>
    public static long Add(ulong left, long right)
        => Numbers.TryInt((Int128)left + right, out var result) ? result : throw CelErrors.Overflow($"{left} + {right}");

    /// <summary>The sum of an int, which must have an exact double, and a double.</summary>
    public static double Add(long left, double right) => Add(Numbers.Exact(left), right);

    /// <summary>The sum of a double and an int, which must have an exact double.</summary>
    public static double Add(double left, long right) => Add(left, Numbers.Exact(right));

    /// <summary>The sum of an uint, which must have an exact double, and a double.</summary>
    public static double Add(ulong left, double right) => Add(Numbers.Exact(left), right);

    /// <summary>The sum of a double and an uint, which must have an exact double.</summary>
    public static double Add(double left, ulong right) => Add(left, Numbers.Exact(right));

    /// <summary>The sum of a decimal and an int.</summary>
    public static decimal Add(decimal left, long right) => Add(left, (decimal)right);

    /// <summary>The sum of an int and a decimal.</summary>
    public static decimal Add(long left, decimal right) => Add((decimal)left, right);

    /// <summary>The sum of a decimal and an uint.</summary>
    public static decimal Add(decimal left, ulong right) => Add(left, (decimal)right);

    /// <summary>The sum of an uint and a decimal.</summary>
    public static decimal Add(ulong left, decimal right) => Add((decimal)left, right);

    /// <summary>The sum of a decimal and a double, taken by its decimal digits.</summary>
    public static decimal Add(decimal left, double right) => Add(left, Numbers.ToDecimal(right));

    /// <summary>The sum of a double, taken by its decimal digits, and a decimal.</summary>
    public static decimal Add(double left, decimal right) => Add(Numbers.ToDecimal(left), right);

    /// <summary>Two strings, one after the other.</summary>
    public static string Add(string left, string right) 
    {
        Meter.Text((long)left.Length + right.Length);
        return string.Concat(left, right);
    }

    /// <summary>Bytes, one after the other.</summary>
    public static ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        Meter.Text((long)left.Length + right.Length);
        var result = new byte[left.Length + right.Length];
        left.CopyTo(result);
        right.CopyTo(result.AsMemory(left.Length));
        return result;
    }

    /// <summary>Two lists, one after the other.</summary>
    public static IReadOnlyList<T> Add<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
    {
        Meter.Items((long)left.Count + right.Count);
        return [.. left, .. right];
    }

    /// <summary>A later time.</summary>
    public static CelTimestamp Add(CelTimestamp left, CelDuration right)
        => CelTimestamp.Normalized(left.Seconds + right.Seconds, left.Nanoseconds + right.Nanoseconds);

    /// <summary>A later time.</summary>
    public static CelTimestamp Add(CelDuration left, CelTimestamp right) => Add(right, left);

    /// <summary>The sum of two durations.</summary>
    public static CelDuration Add(CelDuration left, CelDuration right)
        => CelDuration.Normalized(left.Seconds + right.Seconds, left.Nanoseconds + right.Nanoseconds);

    /// <summary>The sum of two numbers or durations, a time and a duration, or two texts, lists or bytes one after the other.</summary>
    public static CelValue Add(CelValue left, CelValue right) => (left.Kind, right.Kind) switch
    {
        _ when left.IsNumber && right.IsNumber => Arithmetic.Apply<Arithmetic.Addition>(left, right),
        (CelKind.String, CelKind.String) => Of(Add(left.Text, right.Text)),
        (CelKind.Bytes, CelKind.Bytes) => Of(Add(left.Bytes, right.Bytes)),
        (CelKind.List, CelKind.List) => CelValue.List(Add(left.Items, right.Items)),
        (CelKind.Timestamp, CelKind.Duration) => Of(Add(left.Timestamp, right.Duration)),
        (CelKind.Duration, CelKind.Timestamp) => Of(Add(left.Duration, right.Timestamp)),
        (CelKind.Duration, CelKind.Duration) => Of(Add(left.Duration, right.Duration)),
        _ => throw CelErrors.NoOverload("'+'", left, right, "two numbers, texts, lists, bytes or durations, or a timestamp and a duration"),
    };
}
