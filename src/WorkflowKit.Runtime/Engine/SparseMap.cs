namespace WorkflowKit.Engine;

/// <summary>Something of a few executions by their id. Asking costs next to nothing while there is nothing, which is nearly always.</summary>
internal sealed class SparseMap<TValue> where TValue : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TValue> _values = new(StringComparer.Ordinal);
    private volatile int _count;

    internal void Set(string executionId, TValue value)
    {
        lock (_gate)
        {
            _values[executionId] = value;
            _count = _values.Count;
        }
    }

    internal bool TryGet(string executionId, out TValue value)
    {
        value = default!;
        if (_count == 0) return false;
        lock (_gate) return _values.TryGetValue(executionId, out value!);
    }

    internal bool TryRemove(string executionId, out TValue value)
    {
        value = default!;
        if (_count == 0) return false;
        lock (_gate)
        {
            var removed = _values.Remove(executionId, out value!);
            _count = _values.Count;
            return removed;
        }
    }
}
