using System.Runtime.InteropServices;

namespace WorkflowKit.Expressions;

/// <summary>Reads a list from its memory where it has some of its own, so that loops over the usual lists ask no interface for each item.</summary>
internal readonly ref struct ListReader<T>
{
    private readonly ReadOnlySpan<T> _memory;
    private readonly IReadOnlyList<T>? _list;

    public ListReader(IReadOnlyList<T> list)
    {
        switch (list)
        {
            case T[] array:
                _memory = array;
                break;
            case List<T> grown:
                _memory = CollectionsMarshal.AsSpan(grown);
                break;
            case JsonList json:
                _memory = (T[])(object)json.All;
                break;
            default:
                _list = list;
                break;
        }

        Count = list.Count;
    }

    public int Count { get; }

    public T this[int index] => _list is null ? _memory[index] : _list[index];
}
