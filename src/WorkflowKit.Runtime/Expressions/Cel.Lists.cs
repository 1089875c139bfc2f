using System.Globalization;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The items from a position to before another.</summary>
    public static IReadOnlyList<T> Slice<T>(IReadOnlyList<T> list, long from, long to)
        => from >= 0 && from <= to && to <= list.Count
            ? Part(list, (int)from, (int)(to - from))
            : throw CelErrors.BadArgument(string.Create(
                CultureInfo.InvariantCulture, $"slice() cannot go from {from} to {to} in a list of {list.Count} item(s)."));

    /// <summary>The items from a position to before another.</summary>
    public static IReadOnlyList<CelValue> Slice(CelValue list, CelValue from, CelValue to)
        => Slice(Items("slice()", list), Int("slice()", from), Int("slice()", to));

    /// <summary>The items of the lists in the list.</summary>
    public static IReadOnlyList<T> Flatten<T>(IReadOnlyList<IReadOnlyList<T>> list)
    {
        Meter.Items(list.Sum(static inner => (long)inner.Count));
        return [.. list.SelectMany(static inner => inner)];
    }

    /// <summary>The items of the lists in the list; items that are no lists stay.</summary>
    public static IReadOnlyList<CelValue> Flatten(IReadOnlyList<CelValue> list) => Flatten(list, 1);

    /// <summary>The items of the lists in the list, so many levels deep; items that are no lists stay.</summary>
    public static IReadOnlyList<CelValue> Flatten(IReadOnlyList<CelValue> list, long depth) => depth < 0
        ? throw CelErrors.BadArgument($"flatten() needs a depth of 0 or more, not {depth}.")
        : Bounded(Flattened(list, depth));

    /// <summary>The items of the lists in the list; items that are no lists stay.</summary>
    public static IReadOnlyList<CelValue> Flatten(CelValue list) => Flatten(Items("flatten()", list), 1);

    /// <summary>The items of the lists in the list, so many levels deep; items that are no lists stay.</summary>
    public static IReadOnlyList<CelValue> Flatten(CelValue list, CelValue depth) => Flatten(Items("flatten()", list), Int("flatten()", depth));

    /// <summary>The numbers from 0 to before the given one, which is at most a million.</summary>
    public static IReadOnlyList<long> ListsRange(long count) => count switch
    {
        <= 0 => [],
        _ => Numbered(count),
    };

    /// <summary>The numbers from 0 to before the given one, which is at most a million.</summary>
    public static IReadOnlyList<long> ListsRange(CelValue count) => ListsRange(Int("lists.range()", count));

    /// <summary>The items without repetitions.</summary>
    public static IReadOnlyList<T> Distinct<T>(IReadOnlyList<T> list) where T : IEquatable<T>
    {
        Meter.Items(list.Count);
        return [.. list.Distinct()];
    }

    /// <summary>The items without repetitions.</summary>
    public static IReadOnlyList<CelValue> Distinct(CelValue list) => Distinct(Items("distinct()", list));

    /// <summary>The items from the last to the first.</summary>
    public static IReadOnlyList<T> Reverse<T>(IReadOnlyList<T> list) => [.. list.Reverse()];

    /// <summary>A list or a text from its end to its beginning.</summary>
    public static CelValue Reverse(CelValue value) => value.Kind == CelKind.String
        ? Of(Reverse(value.Text))
        : CelValue.List(Reverse(Items("reverse()", value)));

    /// <summary>The first item, if there is one.</summary>
    public static CelValue First(IReadOnlyList<CelValue> list) => list.Count > 0 ? CelValue.Some(list[0]) : CelValue.None;

    /// <summary>The first item, if there is one.</summary>
    public static CelValue First(CelValue list) => First(Items("first()", list));

    /// <summary>The last item, if there is one.</summary>
    public static CelValue Last(IReadOnlyList<CelValue> list) => list.Count > 0 ? CelValue.Some(list[^1]) : CelValue.None;

    /// <summary>The last item, if there is one.</summary>
    public static CelValue Last(CelValue list) => Last(Items("last()", list));

    private static T[] Part<T>(IReadOnlyList<T> list, int from, int count)
    {
        Meter.Items(count);
        return [.. list.Skip(from).Take(count)];
    }

    private static List<CelValue> Bounded(IEnumerable<CelValue> items)
    {
        var result = new List<CelValue>();
        foreach (var item in items)
        {
            if (result.Count == Meter.MaxItems)
                Meter.Items(result.Count + 1L);
            result.Add(item);
        }

        Meter.Items(result.Count);
        return result;
    }

    private static long[] Numbered(long count)
    {
        Meter.Items(count);
        var numbers = new long[count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        return numbers;
    }

    private static IEnumerable<CelValue> Flattened(IEnumerable<CelValue> list, long depth)
        => list.SelectMany(item => depth > 0 && item.Kind == CelKind.List ? Flattened(item.Items, depth - 1) : [item]);
}
