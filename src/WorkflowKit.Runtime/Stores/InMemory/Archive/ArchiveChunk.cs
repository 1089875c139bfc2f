using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WorkflowKit.Stores;

/// <summary>
/// A part of the archive: finished executions one behind the other, in two arrays that the collector neither copies nor looks through for each of them. What was written is
/// read without a lock; the rest is guarded by the store's gate.
/// </summary>
internal sealed class ArchiveChunk
{
    // Large enough for the large object heap.
    private const int UsualBytes = 128 * 1024;
    private const int FirstObjects = 256;

    // Before each execution: how long it is, and whether it is still here.
    private const int PrefixBytes = 5;
    private const int GoneAt = 4;
    private static readonly int HeadBytes = Unsafe.SizeOf<ArchivedHead>();

    private readonly byte[] _bytes;
    private object?[] _objects = new object?[FirstObjects];
    private int _usedBytes;
    private int _usedObjects;
    private int _added;
    private ArchivePattern[] _patterns = [];

    internal ArchiveChunk(int entries, ArchiveIndex index)
    {
        Index = index;
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(UsualBytes, RoomFor(entries)));
    }

    internal ArchiveIndex Index { get; }

    /// <summary>How many executions in it are still here.</summary>
    internal int Living { get; private set; }

    /// <summary>Whether most are gone, so that the rest had better be elsewhere.</summary>
    internal bool IsSparse => Living < _added / 8;

    /// <summary>No execution in it may go before that.</summary>
    internal long EarliestPurge { get; private set; } = long.MaxValue;

    internal bool HasRoomFor(int entries) => _bytes.Length - _usedBytes >= RoomFor(entries) && _patterns.Length <= ushort.MaxValue;

    /// <returns>Where it begins, and how many of its entries are not like the pattern's.</returns>
    internal (int Offset, int Unlike) Add(in ArchivedState state, Guid? uuid, ReadOnlySpan<MemoryEntry> entries, ArchivePattern pattern)
    {
        // Who reads meanwhile has the array of before, with all that was in it.
        if (_objects.Length - _usedObjects < ObjectsFor(entries.Length)) Array.Resize(ref _objects, Math.Max(_objects.Length * 2, _usedObjects + ObjectsFor(entries.Length)));
        var offset = _usedBytes;
        var parts = ArchiveFormat.PartsOf(state, uuid is not null);
        var head = new ArchivedHead(state, uuid, parts, PlaceOf(pattern), _usedObjects);
        MemoryMarshal.Write(_bytes.AsSpan(offset + PrefixBytes), head);
        var writer = new ArchiveWriter(_bytes.AsSpan(offset + PrefixBytes + HeadBytes), _objects.AsSpan(_usedObjects));
        ArchiveFormat.WriteParts(ref writer, state, parts);
        var unlike = ArchiveFormat.WriteEntries(ref writer, entries, head.CreatedTicks, pattern.Entries);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(offset), HeadBytes + writer.Bytes);
        _bytes[offset + GoneAt] = 0;
        _usedBytes += PrefixBytes + HeadBytes + writer.Bytes;
        _usedObjects += writer.Objects;
        if (uuid is { } id) Index.Add(id);
        Living++;
        _added++;
        if (state.PurgeTicks > 0 && state.PurgeTicks < EarliestPurge) EarliestPurge = state.PurgeTicks;
        return (offset, unlike);
    }

    /// <summary>Where an execution begins that is still here.</summary>
    internal int? Find(Guid id) => Index.Covers(id) && Index.Find(id, _usedBytes, IdsFrom) is { } offset && _bytes[offset + GoneAt] == 0 ? offset : null;

    internal MemoryExecution Read(int offset)
    {
        var head = HeadAt(offset);
        var reader = ReaderAt(offset, head);
        return new MemoryExecution(ArchiveFormat.ReadState(ref reader, head, PatternOf(head)), this, offset);
    }

    internal MemoryEntry[] ReadEntries(int offset)
    {
        var head = HeadAt(offset);
        var pattern = PatternOf(head);
        var reader = ReaderAt(offset, head);
        _ = ArchiveFormat.ReadState(ref reader, head, pattern);
        return ArchiveFormat.ReadEntries(ref reader, head, pattern.Entries);
    }

    internal void Drop(int offset)
    {
        _bytes[offset + GoneAt] = 1;
        Living--;
    }

    /// <summary>Takes out executions whose time has come.</summary>
    internal void TakeDue(long now, int limit, List<MemoryExecution> taken)
    {
        var earliest = long.MaxValue;
        foreach (var offset in Offsets())
        {
            var purge = HeadAt(offset).PurgeTicks is > 0 and var ticks ? ticks : long.MaxValue;
            if (purge <= now && taken.Count < limit)
            {
                Drop(offset);
                taken.Add(Read(offset));
            }
            else
            {
                earliest = Math.Min(earliest, purge);
            }
        }
        EarliestPurge = earliest;
    }

    /// <summary>Takes out what is left.</summary>
    internal void TakeAll(List<MemoryExecution> taken)
    {
        foreach (var offset in Offsets())
        {
            taken.Add(Read(offset));
            Drop(offset);
        }
    }

    private IEnumerable<(Guid Id, int Offset)> IdsFrom(int start)
    {
        foreach (var offset in Offsets(start))
            if (HeadAt(offset) is var head && !head.Parts.HasFlag(ArchivedParts.TextId)) yield return (head.Uuid, offset);
    }

    private IEnumerable<int> Offsets(int start = 0)
    {
        for (var offset = start; offset < _usedBytes; offset += PrefixBytes + BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset)))
        {
            if (_bytes[offset + GoneAt] == 0) yield return offset;
        }
    }

    private ushort PlaceOf(ArchivePattern pattern)
    {
        var place = Array.LastIndexOf(_patterns, pattern);
        if (place >= 0) return (ushort)place;
        _patterns = [.. _patterns, pattern];
        return (ushort)(_patterns.Length - 1);
    }

    private ArchivedHead HeadAt(int offset) => MemoryMarshal.Read<ArchivedHead>(_bytes.AsSpan(offset + PrefixBytes));

    private ArchivePattern PatternOf(in ArchivedHead head) => _patterns[head.Pattern];

    private ArchiveReader ReaderAt(int offset, in ArchivedHead head) => new(_bytes.AsSpan(offset + PrefixBytes + HeadBytes), _objects.AsSpan(head.ObjectsAt));

    private static int RoomFor(int entries) => PrefixBytes + ArchiveFormat.MaxBytes(entries);

    private static int ObjectsFor(int entries) => ArchiveFormat.MaxObjects(entries);
}
