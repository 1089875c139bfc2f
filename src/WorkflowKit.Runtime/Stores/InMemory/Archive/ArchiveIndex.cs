namespace WorkflowKit.Stores;

/// <summary>
/// Finds the executions of one chunk by their ids. While the chunk is added to, a table that stays in the processor's cache; afterwards nothing, until somebody asks.
/// Ids of the engine begin with the time, so a chunk covers a short stretch of them and most are ruled out by a look at its ends. Guarded by the store's gate.
/// </summary>
internal sealed class ArchiveIndex
{
    private Dictionary<Guid, int>? _open;
    private Guid[] _ids = [];
    private int[] _offsets = [];
    private Guid _first;
    private Guid _last;

    internal ArchiveIndex(Dictionary<Guid, int> table)
    {
        table.Clear();
        _open = table;
    }

    internal void Add(Guid id, int offset)
    {
        if (_open!.Count == 0 || id.CompareTo(_first) < 0) _first = id;
        if (_open.Count == 0 || id.CompareTo(_last) > 0) _last = id;
        _open[id] = offset;
    }

    /// <summary>Nothing more is added; the table may serve another chunk.</summary>
    internal void Close() => _open = null;

    /// <summary>Whether the id may be here: a look that rules most chunks out.</summary>
    internal bool Covers(Guid id) => id.CompareTo(_first) >= 0 && id.CompareTo(_last) <= 0;

    /// <param name="id">An id that the index covers.</param>
    /// <param name="all">The chunk's executions, where they have to be gone through.</param>
    /// <returns>Where the execution begins, if it is here; perhaps it is gone.</returns>
    internal int? Find(Guid id, Func<IEnumerable<(Guid Id, int Offset)>> all)
    {
        if (_open is not null) return _open.TryGetValue(id, out var offset) ? offset : null;
        if (_ids.Length == 0)
        {
            var sorted = all().ToArray();
            (_ids, _offsets) = ([.. sorted.Select(static one => one.Id)], [.. sorted.Select(static one => one.Offset)]);
            Array.Sort(_ids, _offsets);
        }
        return Array.BinarySearch(_ids, id) is >= 0 and var index ? _offsets[index] : null;
    }
}
