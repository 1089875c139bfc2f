using System.Collections;

namespace WorkflowKit.Stores;

/// <summary>The log of an archived execution; it is unpacked when somebody looks. Safe to use from several threads.</summary>
internal sealed class ArchivedLog(string executionId, ArchiveChunk chunk, int offset) : IReadOnlyList<ProgressEvent>
{
    private LogSlice? _slice;

    public int Count => Slice.Count;

    public ProgressEvent this[int index] => Slice[index];

    private LogSlice Slice => _slice ??= chunk.ReadEntries(offset) is { Length: > 0 } entries ? new LogSlice(executionId, entries, 0, entries.Length) : LogSlice.Empty;

    public IEnumerator<ProgressEvent> GetEnumerator() => Slice.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
