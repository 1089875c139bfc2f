using System.Collections;
using System.Text.Json;

namespace WorkflowKit.Expressions;

/// <summary>A JSON array seen as a list; its items are converted one level deep, when the first is asked for by index.</summary>
internal sealed class JsonList(JsonElement element) : IReadOnlyList<CelValue>
{
    private const int FewItems = 4;

    private CelValue[]? _items;
    private int _asked;

    public JsonElement Element { get; } = element;

    public int Count => Element.GetArrayLength();

    public CelValue this[int index] => All[index];

    // Two threads may both make the array; they make equal ones.
    internal CelValue[] All => _items ??= ReadAll();

    /// <summary>One item where no others may follow: the first few that are asked for are converted alone.</summary>
    public CelValue ItemAt(int index) => _items is null && _asked++ < FewItems ? CelValue.FromJson(Element[index]) : this[index];

    public IEnumerator<CelValue> GetEnumerator() => ((IEnumerable<CelValue>)All).GetEnumerator();

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
