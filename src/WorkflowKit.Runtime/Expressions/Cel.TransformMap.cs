namespace WorkflowKit.Expressions;

/// <summary>CEL's macros <c>transformMap</c>, which keeps keys and changes values, and <c>transformMapEntry</c>, which makes new entries.</summary>
public static partial class Cel
{
    /// <summary>A map by position of what the body makes of each item.</summary>
    public static IReadOnlyDictionary<long, TResult> TransformMap<T, TResult>(IReadOnlyList<T> source, Func<long, T, TResult> body)
        => TransformMap(source, static (_, _) => true, body);

    /// <summary>A map by position of what the body makes of each item for which the test holds.</summary>
    public static IReadOnlyDictionary<long, TResult> TransformMap<T, TResult>(
        IReadOnlyList<T> source, Func<long, T, bool> test, Func<long, T, TResult> body)
    {
        using var loop = Meter.EnterMaking(source.Count);
        var results = new Dictionary<long, TResult>();
        for (var i = 0; i < source.Count; i++)
        {
            if (test(i, source[i]))
                results.Add(i, body(i, source[i]));
        }

        return results;
    }

    /// <summary>A map of what the body makes of each value.</summary>
    public static IReadOnlyDictionary<TKey, TResult> TransformMap<TKey, TValue, TResult>(
        IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, TResult> body) where TKey : notnull
        => Transformed(source, static (_, _) => true, body);

    /// <summary>A map of what the body makes of each value for which the test holds.</summary>
    public static IReadOnlyDictionary<TKey, TResult> TransformMap<TKey, TValue, TResult>(
        IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, bool> test, Func<TKey, TValue, TResult> body) where TKey : notnull
        => Transformed(source, test, body);

    /// <summary>A map of what the body makes of each item or value.</summary>
    public static IReadOnlyDictionary<CelValue, TResult> TransformMap<TResult>(CelValue source, Func<CelValue, CelValue, TResult> body)
        => Transformed(Comprehension.Entries(source), static (_, _) => true, body);

    /// <summary>A map of what the body makes of each item or value for which the test holds.</summary>
    public static IReadOnlyDictionary<CelValue, TResult> TransformMap<TResult>(
        CelValue source, Func<CelValue, CelValue, bool> test, Func<CelValue, CelValue, TResult> body)
        => Transformed(Comprehension.Entries(source), test, body);

    /// <summary>A map of the entries of the maps that the body makes; the same key twice is an error.</summary>
    public static CelValue TransformMapEntry(CelValue source, Func<CelValue, CelValue, CelValue> body)
        => TransformMapEntry(source, static (_, _) => true, body);

    /// <summary>A map of the entries of the maps that the body makes where the test holds; the same key twice is an error.</summary>
    public static CelValue TransformMapEntry(CelValue source, Func<CelValue, CelValue, bool> test, Func<CelValue, CelValue, CelValue> body)
    {
        var all = Comprehension.Entries(source);
        using var loop = Meter.EnterMaking(all.Count);
        var entries = new List<KeyValuePair<CelValue, CelValue>>();
        foreach (var (key, value) in all)
        {
            if (!test(key, value))
                continue;
            var made = body(key, value);
            if (made.Kind != CelKind.Map)
                throw CelErrors.NoOverload("transformMapEntry()", made, "a body that makes an object");
            Meter.Items((long)entries.Count + made.Entries.Count);
            entries.AddRange(made.Entries.Entries);
        }

        return CelValue.FromEntries([.. entries]);
    }

    private static Dictionary<TKey, TResult> Transformed<TKey, TValue, TResult>(
        IReadOnlyCollection<KeyValuePair<TKey, TValue>> entries, Func<TKey, TValue, bool> test, Func<TKey, TValue, TResult> body) where TKey : notnull
    {
        using var loop = Meter.EnterMaking(entries.Count);
        var results = new Dictionary<TKey, TResult>();
        foreach (var (key, value) in entries)
        {
            if (test(key, value))
                results.Add(key, body(key, value));
        }

        return results;
    }
}
