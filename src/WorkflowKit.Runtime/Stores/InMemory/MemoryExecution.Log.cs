using System.Buffers;
using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>The log: in an array while the execution is under way, then in the archive.</summary>
internal sealed partial class MemoryExecution
{
    private const int SmallestLog = 16;
    private const int LargestFirstGuess = 1024;

    private MemoryEntry[] _entries = [];
    private int _count;
    private bool _isShown;
    private bool _isArchived;
    private ArchiveChunk? _chunk;
    private int _offset;

    internal int Count
    {
        get
        {
            if (_chunk is null) return _count;
            using (Hold()) return Entries.Length;
        }
    }

    /// <summary>The entries up to now, brought back from the archive where they are in there. The lock is held.</summary>
    private ReadOnlySpan<MemoryEntry> Entries
    {
        get
        {
            if (_chunk is not null) Restore();
            return _entries.AsSpan(0, _count);
        }
    }

    internal bool Append(int epoch, ProgressEvent entry)
    {
        using (Hold())
        {
            if (epoch != Epoch || _isArchived) return false;
            Add(entry);
            return true;
        }
    }

    /// <returns>The entry's place; 0 where the term is over, or only the event itself can be kept.</returns>
    internal long TryAppend(int epoch, in StepFact fact)
    {
        if (!MemoryEntry.Fits(fact)) return 0;
        using (Hold())
        {
            if (epoch != Epoch || _isArchived) return 0;
            if (Entries.Length == _entries.Length) Grow(null);
            _entries[_count++] = new MemoryEntry(fact);
            return _count;
        }
    }

    /// <summary>A stretch of the log as it is now.</summary>
    internal LogSlice Read(long after, int limit)
    {
        using (Hold()) return Slice(after, limit);
    }

    /// <summary>The whole log as it is now.</summary>
    internal IReadOnlyList<ProgressEvent> ReadAll()
    {
        using (Hold()) return All();
    }

    /// <summary>Packs it away; what its last owner may still write does not count. The object goes on showing what it was.</summary>
    internal (ArchiveChunk Chunk, int Offset) MoveTo(ExecutionArchive archive)
    {
        using (Hold())
        {
            _isArchived = true;
            (_chunk, _offset) = archive.Add(State, Entries);
            GiveBack(_entries);
            (_entries, _count) = ([], 0);
            return (_chunk, _offset);
        }
    }

    private IReadOnlyList<ProgressEvent> All() => _chunk is null ? Slice(0, int.MaxValue) : new ArchivedLog(_header.Id, _chunk, _offset);

    private LogSlice Slice(long after, int limit)
    {
        var start = (int)Math.Clamp(after, 0, Entries.Length);
        var count = Math.Min(limit, _count - start);
        if (count == 0) return LogSlice.Empty;
        _isShown = true;
        return new LogSlice(_header.Id, _entries, start, count);
    }

    private void Add(ProgressEvent entry)
    {
        if (Entries.Length == _entries.Length) Grow(entry);
        entry.Place(_header.Id, _count + 1);
        _entries[_count++] = MemoryEntry.Of(entry);
    }

    /// <summary>The last entry that tells of work done: not of a claim, nor of a step that may have brought its host down.</summary>
    private long LastProgress()
    {
        var entries = Entries;
        for (var index = entries.Length - 1; index >= 0; index--)
            if (entries[index].IsProgress) return index + 1;
        return 0;
    }

    private void Restore()
    {
        (_entries, _isShown) = (_chunk!.ReadEntries(_offset), true);
        (_count, _chunk) = (_entries.Length, null);
    }

    private void Grow(ProgressEvent? entry)
    {
        // A straight run makes two entries a step, and three around them: most logs never grow again.
        var size = _count > 0 ? _count * 2
            : entry is ExecutionStarted started ? Math.Min(started.TotalSteps * 2 + 3, LargestFirstGuess)
            : SmallestLog;
        var larger = ArrayPool<MemoryEntry>.Shared.Rent(size);
        _entries.AsSpan(0, _count).CopyTo(larger);
        GiveBack(_entries);
        (_entries, _isShown) = (larger, false);
    }

    /// <summary>What somebody may still be reading is left to the collector.</summary>
    private void GiveBack(MemoryEntry[] entries)
    {
        if (_isShown || entries.Length == 0) return;
        entries.AsSpan(0, _count).Clear();
        ArrayPool<MemoryEntry>.Shared.Return(entries);
    }
}
