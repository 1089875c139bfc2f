using System.Numerics;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The greatest number.</summary>
    public static long MathGreatest(params ReadOnlySpan<long> values) => Extreme(values, "math.greatest()", greatest: true);

    /// <summary>The greatest number.</summary>
    public static ulong MathGreatest(params ReadOnlySpan<ulong> values) => Extreme(values, "math.greatest()", greatest: true);

    /// <summary>The greatest number.</summary>
    public static double MathGreatest(params ReadOnlySpan<double> values) => Extreme(values, "math.greatest()", greatest: true);

    /// <summary>The greatest number of a list.</summary>
    public static T MathGreatest<T>(IReadOnlyList<T> values) where T : struct, IComparisonOperators<T, T, bool>
        => Extreme<T>([.. values], "math.greatest()", greatest: true);

    /// <summary>The greatest number of a list; the first of equal ones.</summary>
    public static CelValue MathGreatest(IReadOnlyList<CelValue> values) => Extreme([.. values], "math.greatest()", Less);

    /// <summary>The greatest of some numbers of any type, or of one list of them; the first of equal ones.</summary>
    public static CelValue MathGreatest(params ReadOnlySpan<CelValue> values)
        => values is [{ Kind: CelKind.List } list] ? MathGreatest(list.Items) : Extreme(values, "math.greatest()", Less);

    /// <summary>The least number.</summary>
    public static long MathLeast(params ReadOnlySpan<long> values) => Extreme(values, "math.least()", greatest: false);

    /// <summary>The least number.</summary>
    public static ulong MathLeast(params ReadOnlySpan<ulong> values) => Extreme(values, "math.least()", greatest: false);

    /// <summary>The least number.</summary>
    public static double MathLeast(params ReadOnlySpan<double> values) => Extreme(values, "math.least()", greatest: false);

    /// <summary>The least number of a list.</summary>
    public static T MathLeast<T>(IReadOnlyList<T> values) where T : struct, IComparisonOperators<T, T, bool>
        => Extreme<T>([.. values], "math.least()", greatest: false);

    /// <summary>The least number of a list; the first of equal ones.</summary>
    public static CelValue MathLeast(IReadOnlyList<CelValue> values) => Extreme([.. values], "math.least()", Greater);

    /// <summary>The least of some numbers of any type, or of one list of them; the first of equal ones.</summary>
    public static CelValue MathLeast(params ReadOnlySpan<CelValue> values)
        => values is [{ Kind: CelKind.List } list] ? MathLeast(list.Items) : Extreme(values, "math.least()", Greater);

    private static T Extreme<T>(ReadOnlySpan<T> values, string function, bool greatest) where T : IComparisonOperators<T, T, bool>
    {
        if (values.IsEmpty)
            throw CelErrors.BadArgument($"{function} needs at least one number.");
        var result = values[0];
        foreach (var value in values[1..])
        {
            if (greatest ? value > result : value < result)
                result = value;
        }

        return result;
    }

    private static CelValue Extreme(ReadOnlySpan<CelValue> values, string function, Func<CelValue, CelValue, bool> isBeatenBy)
    {
        if (values.IsEmpty)
            throw CelErrors.BadArgument($"{function} needs at least one number.");

        var result = values[0];
        foreach (var value in values)
        {
            if (!value.IsNumber)
                throw CelErrors.NoOverload(function, value, "numbers, or one list of numbers");
            if (isBeatenBy(result, value))
                result = value;
        }

        return result;
    }
}
