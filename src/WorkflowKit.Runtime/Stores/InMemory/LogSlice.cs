using System.Collections;

namespace WorkflowKit.Stores;

/// <summary>
/// A stretch of a log that is only ever added to: the entries that it shows never change, so it needs no copy. Most are put together anew at each look.
/// </summary>
internal sealed class LogSlice(string executionId, MemoryEntry[] entries, int start, int count) : IReadOnlyList<ProgressEvent>
{
    internal static readonly LogSlice Empty = new("", [], 0, 0);

    public int Count => count;

    public ProgressEvent this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)count, nameof(index));
            return entries[start + index].ToEvent(executionId, start + index + 1);
        }
    }

    public IEnumerator<ProgressEvent> GetEnumerator()
    {
        for (var index = 0; index < count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
