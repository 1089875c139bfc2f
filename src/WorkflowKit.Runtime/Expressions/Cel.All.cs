namespace WorkflowKit.Expressions;

/// <summary>CEL's macro <c>all</c> over lists and maps, with one variable (item or key) or two (position and item, key and value).</summary>
public static partial class Cel
{
    /// <summary>Whether the test holds for each item of a list; false if it is false for one, even where it fails for others.</summary>
    public static bool All<T>(IReadOnlyList<T> source, Func<T, bool> test)
        => !Comprehension.IsDecided(source, new Comprehension.OfItem<T>(test), by: false);

    /// <summary>Whether the test holds for each position and item of a list; false if it is false for one, even where it fails for others.</summary>
    public static bool All<T>(IReadOnlyList<T> source, Func<long, T, bool> test)
        => !Comprehension.IsDecided(source, new Comprehension.OfIndexedItem<T>(test), by: false);

    /// <summary>Whether the test holds for each key of a map; false if it is false for one, even where it fails for others.</summary>
    public static bool All<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, bool> test)
        => !Comprehension.IsDecided<TKey, Comprehension.OfItem<TKey>>([.. source.Keys], new Comprehension.OfItem<TKey>(test), by: false);

    /// <summary>Whether the test holds for each key and value of a map; false if it is false for one, even where it fails for others.</summary>
    public static bool All<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> source, Func<TKey, TValue, bool> test)
        => !Comprehension.IsDecided<KeyValuePair<TKey, TValue>, Comprehension.OfEntry<TKey, TValue>>([.. source], new Comprehension.OfEntry<TKey, TValue>(test), by: false);

    /// <summary>Whether the test holds for each item of a list or key of a map; false if it is false for one, even where it fails for others.</summary>
    public static bool All(CelValue source, Func<CelValue, bool> test)
        => !Comprehension.IsDecided(Comprehension.Items(source), new Comprehension.OfItem<CelValue>(test), by: false);

    /// <summary>Whether the test holds for each position and item of a list, or key and value of a map; false if it is false for one, even where it fails for others.</summary>
    public static bool All(CelValue source, Func<CelValue, CelValue, bool> test)
        => !Comprehension.IsDecided(Comprehension.Entries(source), new Comprehension.OfEntry<CelValue, CelValue>(test), by: false);
}
