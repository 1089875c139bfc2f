namespace WorkflowKit.Expressions;

/// <summary>CEL's macros <c>filter</c>, <c>map</c> and <c>transformList</c>; over a map the first two go over its keys.</summary>
public static partial class Cel
{
    /// <summary>The items for which the test holds.</summary>
    public static IReadOnlyList<T> Filter<T>(IReadOnlyList<T> source, Func<T, bool> test)
        => Comprehension.Passing(source, new Comprehension.OfItem<T>(test));

    /// <summary>The keys for which the test holds.</summary>
    public static IReadOnlyList<TKey> Filter<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, bool> test)
        => Filter([.. source.Keys], test);

    /// <summary>The items or keys for which the test holds.</summary>
    public static IReadOnlyList<CelValue> Filter(CelValue source, Func<CelValue, bool> test) => Filter(Comprehension.Items(source), test);

    /// <summary>What the body makes of each item.</summary>
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> source, Func<T, TResult> body)
    {
        using var loop = Meter.EnterMaking(source.Count);
        var items = new ListReader<T>(source);
        var results = new TResult[items.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = body(items[i]);
        return results;
    }

    /// <summary>What the body makes of each item for which the test holds.</summary>
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> source, Func<T, bool> test, Func<T, TResult> body)
        => Map(Filter(source, test), body);

    /// <summary>What the body makes of each key.</summary>
    public static IReadOnlyList<TResult> Map<TKey, TValue, TResult>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TResult> body)
        => Map([.. source.Keys], body);

    /// <summary>What the body makes of each key for which the test holds.</summary>
    public static IReadOnlyList<TResult> Map<TKey, TValue, TResult>(
        IReadOnlyDictionary<TKey, TValue> source, Func<TKey, bool> test, Func<TKey, TResult> body)
        => Map(Filter(source, test), body);

    /// <summary>What the body makes of each item or key.</summary>
    public static IReadOnlyList<TResult> Map<TResult>(CelValue source, Func<CelValue, TResult> body) => Map(Comprehension.Items(source), body);

    /// <summary>What the body makes of each item or key for which the test holds.</summary>
    public static IReadOnlyList<TResult> Map<TResult>(CelValue source, Func<CelValue, bool> test, Func<CelValue, TResult> body)
        => Map(Comprehension.Items(source), test, body);

    /// <summary>What the body makes of each position and item.</summary>
    public static IReadOnlyList<TResult> TransformList<T, TResult>(IReadOnlyList<T> source, Func<long, T, TResult> body)
    {
        using var loop = Meter.EnterMaking(source.Count);
        var items = new ListReader<T>(source);
        var results = new TResult[items.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = body(i, items[i]);
        return results;
    }

    /// <summary>What the body makes of each position and item for which the test holds.</summary>
    public static IReadOnlyList<TResult> TransformList<T, TResult>(
        IReadOnlyList<T> source, Func<long, T, bool> test, Func<long, T, TResult> body)
    {
        using var loop = Meter.EnterMaking(source.Count);
        var results = new List<TResult>();
        for (var i = 0; i < source.Count; i++)
        {
            if (test(i, source[i]))
                results.Add(body(i, source[i]));
        }

        return results;
    }

    /// <summary>What the body makes of each key and value.</summary>
    public static IReadOnlyList<TResult> TransformList<TKey, TValue, TResult>(
        IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, TResult> body)
        => Map([.. source], entry => body(entry.Key, entry.Value));

    /// <summary>What the body makes of each key and value for which the test holds.</summary>
    public static IReadOnlyList<TResult> TransformList<TKey, TValue, TResult>(
        IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, bool> test, Func<TKey, TValue, TResult> body)
        => Map([.. source], entry => test(entry.Key, entry.Value), entry => body(entry.Key, entry.Value));

    /// <summary>What the body makes of each position and item, or key and value.</summary>
    public static IReadOnlyList<TResult> TransformList<TResult>(CelValue source, Func<CelValue, CelValue, TResult> body)
        => Map(Comprehension.Entries(source), entry => body(entry.Key, entry.Value));

    /// <summary>What the body makes of each position and item, or key and value, for which the test holds.</summary>
    public static IReadOnlyList<TResult> TransformList<TResult>(
        CelValue source, Func<CelValue, CelValue, bool> test, Func<CelValue, CelValue, TResult> body)
        => Map(Comprehension.Entries(source), entry => test(entry.Key, entry.Value), entry => body(entry.Key, entry.Value));
}
