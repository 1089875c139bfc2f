using System.Collections;
using System.Text.Json;

namespace WorkflowKit.Expressions;

/// <summary>A JSON array seen as a list; its items are converted one level deep, when the first is asked for by index.</summary>
internal sealed class JsonList(JsonElement element) : IReadOnlyList<CelValue>
{
    private CelValue[]? _items;

    public JsonElement Element { get; } = element;

    public int Count => Element.GetArrayLength();

    // Two threads may both make the array; they make equal ones.
    public CelValue this[int index] => (_items ??= ReadAll())[index];

    public IEnumerator<CelValue> GetEnumerator() => ((IEnumerable<CelValue>)(_items ??= ReadAll())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private CelValue[] ReadAll()
    {
        var items = new CelValue[Element.GetArrayLength()];
        var next = 0;
        foreach (var item in Element.EnumerateArray())
            items[next++] = CelValue.FromJson(item);
        return items;
    }
}
