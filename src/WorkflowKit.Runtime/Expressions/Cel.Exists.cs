namespace WorkflowKit.Expressions;

/// <summary>CEL's macro <c>exists</c> over lists and maps, with one variable (item or key) or two (position and item, key and value).</summary>
public static partial class Cel
{
    /// <summary>Whether the test holds for one item of a list; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists<T>(IReadOnlyList<T> source, Func<T, bool> test)
        => Comprehension.IsDecided(source, new Comprehension.OfItem<T>(test), by: true);

    /// <summary>Whether the test holds for one position and item of a list; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists<T>(IReadOnlyList<T> source, Func<long, T, bool> test)
        => Comprehension.IsDecided(source, new Comprehension.OfIndexedItem<T>(test), by: true);

    /// <summary>Whether the test holds for one key of a map; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, bool> test)
        => Comprehension.IsDecided<TKey, Comprehension.OfItem<TKey>>([.. source.Keys], new Comprehension.OfItem<TKey>(test), by: true);

    /// <summary>Whether the test holds for one key and value of a map; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, bool> test)
        => Comprehension.IsDecided<KeyValuePair<TKey, TValue>, Comprehension.OfEntry<TKey, TValue>>([.. source], new Comprehension.OfEntry<TKey, TValue>(test), by: true);

    /// <summary>Whether the test holds for one item of a list or key of a map; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists(CelValue source, Func<CelValue, bool> test)
        => Comprehension.IsDecided(Comprehension.Items(source), new Comprehension.OfItem<CelValue>(test), by: true);

    /// <summary>Whether the test holds for one position and item of a list, or key and value of a map; true if it is true for one, even where it fails for others.</summary>
    public static bool Exists(CelValue source, Func<CelValue, CelValue, bool> test)
        => Comprehension.IsDecided(Comprehension.Entries(source), new Comprehension.OfEntry<CelValue, CelValue>(test), by: true);
}
