namespace WorkflowKit.Stores;

/// <summary>
/// Finds the executions of one chunk by their ids. Adding notes only between which ids they lie; the rest is done when somebody asks: while the chunk is added to, a table
/// that catches up with it, afterwards a list. Ids of the engine begin with the time, so a chunk covers a short stretch of them and most are ruled out by a look at its
/// ends. Guarded by the store's gate.
/// </summary>
internal sealed class ArchiveIndex
{
    private Dictionary<Guid, int>? _open;
    private int _tabled;
    private Guid[] _ids = [];
    private int[] _offsets = [];
    private bool _hasAny;
    private Guid _first;
    private Guid _last;

    internal ArchiveIndex(Dictionary<Guid, int> table)
    {
        table.Clear();
        _open = table;
    }

    internal void Add(Guid id)
    {
        if (!_hasAny || id.CompareTo(_first) < 0) _first = id;
        if (!_hasAny || id.CompareTo(_last) > 0) _last = id;
        _hasAny = true;
    }

    /// <summary>Nothing more is added; the table may serve another chunk.</summary>
    internal void Close() => _open = null;

    /// <summary>Whether the id may be here: a look that rules most chunks out.</summary>
    internal bool Covers(Guid id) => _hasAny && id.CompareTo(_first) >= 0 && id.CompareTo(_last) <= 0;

    /// <param name="id">An id that the index covers.</param>
    /// <param name="end">Where the chunk's executions end.</param>
    /// <param name="from">The chunk's executions from an offset on, where they have to be gone through.</param>
    /// <returns>Where the execution begins, if it is here; perhaps it is gone.</returns>
    internal int? Find(Guid id, int end, Func<int, IEnumerable<(Guid Id, int Offset)>> from)
    {
        if (_open is not null)
        {
            foreach (var (added, place) in from(_tabled)) _open[added] = place;
            _tabled = end;
            return _open.TryGetValue(id, out var offset) ? offset : null;
        }
        if (_ids.Length == 0)
        {
            var sorted = from(0).ToArray();
            (_ids, _offsets) = ([.. sorted.Select(static one => one.Id)], [.. sorted.Select(static one => one.Offset)]);
            Array.Sort(_ids, _offsets);
        }
        return Array.BinarySearch(_ids, id) is >= 0 and var index ? _offsets[index] : null;
    }
}
