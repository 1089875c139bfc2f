namespace WorkflowKit.Expressions;

/// <summary>CEL's macro <c>exists_one</c> over lists and maps, with one variable (item or key) or two (position and item, key and value).</summary>
public static partial class Cel
{
    /// <summary>Whether the test holds for exactly one item of a list.</summary>
    public static bool ExistsOne<T>(IReadOnlyList<T> source, Func<T, bool> test)
        => Comprehension.IsOne(source, new Comprehension.OfItem<T>(test));

    /// <summary>Whether the test holds for exactly one position and item of a list.</summary>
    public static bool ExistsOne<T>(IReadOnlyList<T> source, Func<long, T, bool> test)
        => Comprehension.IsOne(source, new Comprehension.OfIndexedItem<T>(test));

    /// <summary>Whether the test holds for exactly one key of a map.</summary>
    public static bool ExistsOne<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, bool> test)
        => Comprehension.IsOne<TKey, Comprehension.OfItem<TKey>>([.. source.Keys], new Comprehension.OfItem<TKey>(test));

    /// <summary>Whether the test holds for exactly one key and value of a map.</summary>
    public static bool ExistsOne<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, bool> test)
        => Comprehension.IsOne<KeyValuePair<TKey, TValue>, Comprehension.OfEntry<TKey, TValue>>([.. source], new Comprehension.OfEntry<TKey, TValue>(test));

    /// <summary>Whether the test holds for exactly one item of a list or key of a map.</summary>
    public static bool ExistsOne(CelValue source, Func<CelValue, bool> test)
        => Comprehension.IsOne(Comprehension.Items(source), new Comprehension.OfItem<CelValue>(test));

    /// <summary>Whether the test holds for exactly one position and item of a list, or key and value of a map.</summary>
    public static bool ExistsOne(CelValue source, Func<CelValue, CelValue, bool> test)
        => Comprehension.IsOne(Comprehension.Entries(source), new Comprehension.OfEntry<CelValue, CelValue>(test));
}
