namespace WorkflowKit.Expressions;

/// <summary>Lists as sets. The typed overloads are for items with a value equality of their own: numbers of one type, texts, times.</summary>
public static partial class Cel
{
    /// <summary>Whether each item of the second list is in the first.</summary>
    public static bool SetsContains<T>(IReadOnlyList<T> list, IReadOnlyList<T> items) where T : IEquatable<T>
    {
        Meter.Work((list.Count + (long)items.Count) * 4);
        var all = new HashSet<T>(list);
        return items.All(all.Contains);
    }

    /// <summary>Whether each item of the second list is in the first.</summary>
    public static bool SetsContains(CelValue list, CelValue items)
        => SetsContains(Items("sets.contains()", list), Items("sets.contains()", items));

    /// <summary>Whether each list contains all items of the other.</summary>
    public static bool SetsEquivalent<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) where T : IEquatable<T> => SetsContains(left, right) && SetsContains(right, left);

    /// <summary>Whether each list contains all items of the other.</summary>
    public static bool SetsEquivalent(CelValue left, CelValue right)
        => SetsEquivalent(Items("sets.equivalent()", left), Items("sets.equivalent()", right));

    /// <summary>Whether the lists have an item in common.</summary>
    public static bool SetsIntersects<T>(IReadOnlyList<T> left, IReadOnlyList<T> right) where T : IEquatable<T>
    {
        Meter.Work((left.Count + (long)right.Count) * 4);
        var all = new HashSet<T>(left);
        return right.Any(all.Contains);
    }

    /// <summary>Whether the lists have an item in common.</summary>
    public static bool SetsIntersects(CelValue left, CelValue right)
        => SetsIntersects(Items("sets.intersects()", left), Items("sets.intersects()", right));
}
