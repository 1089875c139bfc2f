using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkflowKit.Expressions;

public readonly partial struct CelValue
{
    private const int CharactersOfWeight = 16;

    /// <summary>
    /// How many values there are in it, at any depth and as often as they are in it: <c>[a, a]</c> holds a twice. What goes over a value
    /// takes as long, so it is bounded where values are made.
    /// </summary>
    internal long Weight => Kind switch
    {
        CelKind.List or CelKind.Map => _object switch
        {
            JsonList list => WeightOf(list.Element),
            JsonMap map => WeightOf(map.Element),
            _ => _bits,
        },
        CelKind.String => 1 + (Text.Length / CharactersOfWeight),
        CelKind.Optional when HasValue => 1 + OptionalValue.Weight,
        _ => 1,
    };

    private static long WeightOf(ReadOnlySpan<CelValue> items)
    {
        long weight = 1 + items.Length;
        foreach (ref readonly var item in items)
        {
            if (item.Kind >= CelKind.List)
                weight += item.Weight;
        }

        return Bounded(weight);
    }

    private static long WeightOf(IReadOnlyList<CelValue> items)
    {
        if (items is List<CelValue> list)
            return WeightOf(CollectionsMarshal.AsSpan(list));

        long weight = 1 + items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind >= CelKind.List)
                weight += items[i].Weight;
        }

        return Bounded(weight);
    }

    private static long WeightOf(KeyValuePair<CelValue, CelValue>[] entries)
    {
        long weight = 1 + entries.Length;
        foreach (var entry in entries)
        {
            if (entry.Value.Kind >= CelKind.List)
                weight += entry.Value.Weight;
        }

        return Bounded(weight);
    }

    // Each value takes two bytes of JSON at least.
    private static long WeightOf(JsonElement element) => 1 + (JsonMarshal.GetRawUtf8Value(element).Length / 2);

    private static long Bounded(long weight) => weight <= Meter.MaxValues
        ? weight
        : throw new CelException(CelErrorKind.Limit, string.Create(
            CultureInfo.InvariantCulture, $"The value would hold {weight} values in all; at most {Meter.MaxValues} are allowed."));
}
