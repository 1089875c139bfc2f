using System.Diagnostics.CodeAnalysis;

namespace WorkflowKit.Stores;

/// <summary>
/// Finished executions in little space: those of one workflow are mostly alike, so each is kept as how it differs from another. Millions of them cost the collector
/// nothing. Guarded by the store's gate.
/// </summary>
internal sealed class ExecutionArchive
{
    private const int FewUnlike = 4;
    private readonly List<ArchiveChunk> _chunks = [];
    private readonly Dictionary<string, ArchivePattern> _patterns = [];
    private readonly Dictionary<string, (ArchiveChunk Chunk, int Offset)> _texts = [];
    private readonly Dictionary<Guid, int> _table = [];
    private ArchivePattern? _recent;
    private ArchiveChunk? _last;

    /// <returns>Where it is now.</returns>
    internal (ArchiveChunk Chunk, int Offset) Add(in ArchivedState state, ReadOnlySpan<MemoryEntry> entries)
    {
        if (_last is null || !_last.HasRoomFor(entries.Length)) Open(entries.Length);
        var isUuid = ShortId.TryRead(state.Header.Id, out var uuid);
        var (offset, unlike) = _last.Add(state, isUuid ? uuid : null, entries, PatternFor(state.Header, entries));
        if (!isUuid) _texts[state.Header.Id] = (_last, offset);
        // Those to come are rather like this one.
        if (unlike > Math.Max(FewUnlike, entries.Length / 2)) Renew(state.Header, entries);
        return (_last, offset);
    }

    /// <summary>Where an execution is, if it is here.</summary>
    internal (ArchiveChunk Chunk, int Offset)? Find(string id)
    {
        if (!ShortId.TryRead(id, out var uuid)) return _texts.TryGetValue(id, out var place) ? place : null;
        // The last ones are asked for most.
        for (var index = _chunks.Count - 1; index >= 0; index--)
            if (_chunks[index].Find(uuid) is { } offset) return (_chunks[index], offset);
        return null;
    }

    internal MemoryExecution Take(ArchiveChunk chunk, int offset)
    {
        var execution = chunk.Read(offset);
        chunk.Drop(offset);
        _texts.Remove(execution.Header.Id);
        return execution;
    }

    /// <summary>Takes out executions whose time has come.</summary>
    /// <param name="now">In ticks, UTC.</param>
    /// <param name="limit">How many at most.</param>
    internal List<MemoryExecution> TakeDue(long now, int limit)
    {
        var taken = new List<MemoryExecution>();
        foreach (var chunk in _chunks)
            if (chunk.EarliestPurge <= now && taken.Count < limit) chunk.TakeDue(now, limit, taken);
        foreach (var execution in taken) _texts.Remove(execution.Header.Id);
        return taken;
    }

    /// <summary>Takes out what lies alone where most are gone, to be added anew: their place is given back.</summary>
    internal List<MemoryExecution> TakeScattered()
    {
        var taken = new List<MemoryExecution>();
        foreach (var chunk in _chunks)
            if (chunk.IsSparse && chunk != _last) chunk.TakeAll(taken);
        _chunks.RemoveAll(chunk => chunk.Living == 0 && chunk != _last);
        return taken;
    }

    [MemberNotNull(nameof(_last))]
    private void Open(int entries)
    {
        _last?.Index.Close();
        _chunks.Add(_last = new ArchiveChunk(entries, new ArchiveIndex(_table)));
    }

    private ArchivePattern PatternFor(ExecutionHeader header, ReadOnlySpan<MemoryEntry> entries)
    {
        if (_recent is not null && _recent.IsOf(header)) return _recent;
        return _patterns.TryGetValue(header.WorkflowId, out var pattern) && pattern.IsOf(header) ? _recent = pattern : Renew(header, entries);
    }

    private ArchivePattern Renew(ExecutionHeader header, ReadOnlySpan<MemoryEntry> entries) => _recent = _patterns[header.WorkflowId] = new ArchivePattern(header, entries.ToArray());
}
