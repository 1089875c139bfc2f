using System.Runtime.CompilerServices;

namespace WorkflowKit.Expressions;

/// <summary>Typed values out of dynamic ones where the expression needs that very type: nothing is converted but whole numbers.</summary>
public static partial class Cel
{
    /// <summary>A bool.</summary>
    public static bool AsBool(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.Bool ? value.Bool : throw Unlike("true or false", value, source);

    /// <summary>An int; an uint or a double that is whole and fits counts as one, because JSON has one number type.</summary>
    public static long AsInt(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null) => value.Kind switch
    {
        CelKind.Int => value.Int,
        CelKind.UInt when value.UInt <= long.MaxValue => value.Int,
        CelKind.Double when Numbers.TryWhole(value, out long whole) => whole,
        _ => throw Unlike("a whole number (int)", value, source),
    };

    /// <summary>An uint; an int or a double that is whole and fits counts as one.</summary>
    public static ulong AsUInt(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null) => value.Kind switch
    {
        CelKind.UInt => value.UInt,
        CelKind.Int when value.Int >= 0 => value.UInt,
        CelKind.Double when Numbers.TryWhole(value, out ulong whole) => whole,
        _ => throw Unlike("a whole number from 0 (uint)", value, source),
    };

    /// <summary>A double; an int or uint that has an exact double counts as one.</summary>
    public static double AsDouble(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null) => value.Kind switch
    {
        CelKind.Double => value.Double,
        CelKind.Int => Numbers.Exact(value.Int),
        CelKind.UInt => Numbers.Exact(value.UInt),
        _ => throw Unlike("a number (double)", value, source),
    };

    /// <summary>A decimal: any number that has one.</summary>
    public static decimal AsDecimal(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null) => value.Kind switch
    {
        CelKind.Double => value.Decimal ?? Numbers.ToDecimal(value.Double),
        CelKind.Int => value.Int,
        CelKind.UInt => value.UInt,
        _ => throw Unlike("a number", value, source),
    };

    /// <summary>A string.</summary>
    public static string AsText(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.String ? value.Text : throw Unlike("text (string)", value, source);

    /// <summary>Bytes.</summary>
    public static ReadOnlyMemory<byte> AsBytes(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.Bytes ? value.Bytes : throw Unlike("bytes", value, source);

    /// <summary>A timestamp.</summary>
    public static CelTimestamp AsTimestamp(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.Timestamp ? value.Timestamp : throw Unlike("a timestamp", value, source);

    /// <summary>A duration.</summary>
    public static CelDuration AsDuration(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.Duration ? value.Duration : throw Unlike("a duration", value, source);

    /// <summary>A list.</summary>
    public static IReadOnlyList<CelValue> AsList(CelValue value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => value.Kind == CelKind.List ? value.Items : throw Unlike("a list", value, source);

    /// <summary>A list of converted items.</summary>
    public static IReadOnlyList<T> AsList<T>(
        CelValue value, Func<CelValue, T> convert, [CallerArgumentExpression(nameof(value))] string? source = null)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return [.. AsList(value, source).Select(convert)];
    }

    /// <summary>A map of converted keys and values.</summary>
    public static IReadOnlyDictionary<TKey, TValue> AsMap<TKey, TValue>(
        CelValue value,
        Func<CelValue, TKey> convertKey,
        Func<CelValue, TValue> convertValue,
        [CallerArgumentExpression(nameof(value))] string? source = null) where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(convertKey);
        ArgumentNullException.ThrowIfNull(convertValue);
        if (value.Kind != CelKind.Map)
            throw Unlike("an object", value, source);

        var result = new Dictionary<TKey, TValue>(value.Entries.Count);
        foreach (var entry in value.Entries.Entries)
            result[convertKey(entry.Key)] = convertValue(entry.Value);
        return result;
    }

    private static CelException Unlike(string expected, CelValue found, string? source)
        => CelErrors.Mismatch(SourcePath.From(source), expected, found);
}
