using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;

namespace WorkflowKit.Stores;

/// <summary>Entries of one log that follow each other, in the form in which they are stored.</summary>
internal sealed class JournalBatch
{
    private const int MostSpare = 1_000;
    private const int LargestSpare = 8 << 10;

    // A log has something to write only now and then, and there are many logs.
    private static readonly ConcurrentQueue<JournalBatch> Spare = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private readonly ArrayBufferWriter<byte> _bytes = new(512);
    private readonly List<int> _ends = [];

    internal int Count => _ends.Count;

    /// <summary>The sequence of the first entry.</summary>
    internal long First { get; private set; }

    /// <summary>When the first entry came about.</summary>
    internal DateTimeOffset FirstTime { get; private set; }

    /// <summary>The last entry itself.</summary>
    internal ProgressEvent? Last { get; private set; }

    /// <summary>How many bytes the entries have together.</summary>
    internal int Length => _bytes.WrittenCount;

    /// <summary>An entry; it stands until more is added.</summary>
    internal ReadOnlyMemory<byte> this[int index] => _bytes.WrittenMemory[(index == 0 ? 0 : _ends[index - 1]).._ends[index]];

    internal void Add(ProgressEvent entry)
    {
        if (_ends.Count == 0) (First, FirstTime) = (entry.Sequence, entry.Timestamp);
        if (_writer is null) _writer = new Utf8JsonWriter(_bytes, new JsonWriterOptions { SkipValidation = true });
        else _writer.Reset(_bytes);
        entry.WriteJournal(_writer);
        _writer.Flush();
        _ends.Add(_bytes.WrittenCount);
        Last = entry;
    }

    /// <summary>Adds those that follow.</summary>
    internal void Add(JournalBatch later)
    {
        if (later.Count == 0) return;
        if (_ends.Count == 0) (First, FirstTime) = (later.First, later.FirstTime);
        var offset = _bytes.WrittenCount;
        _bytes.Write(later._bytes.WrittenSpan);
        foreach (var end in later._ends) _ends.Add(offset + end);
        Last = later.Last;
    }

    /// <summary>An empty one.</summary>
    internal static JournalBatch Rent() => Spare.TryDequeue(out var spare) ? spare : new JournalBatch();

    /// <summary>Its entries are written, or never will be; nobody may touch it any more.</summary>
    internal void Return()
    {
        if (_bytes.Capacity > LargestSpare || Spare.Count >= MostSpare) return;
        _bytes.ResetWrittenCount();
        _ends.Clear();
        Last = null;
        Spare.Enqueue(this);
    }
}
