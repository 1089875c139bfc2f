using System.Globalization;

namespace WorkflowKit.Stores;

/// <summary>The latest of what became of executions, for those who ask what has changed. The oldest make room for the newest.</summary>
internal sealed class MemoryChanges
{
    internal const int Room = 4_096;

    private readonly Lock _gate = new();
    private readonly (string Id, string? UserId, bool IsRemoved)[] _latest = new (string, string?, bool)[Room];
    private long _count;

    /// <summary>It is new, or has been given a status.</summary>
    internal void Changed(ExecutionHeader header) => Note((header.Id, null, false));

    /// <summary>It is there no more.</summary>
    internal void Removed(ExecutionHeader header) => Note((header.Id, header.UserId, true));

    /// <exception cref="ArgumentException">The mark is none that a look gave.</exception>
    internal StoreChanges Since(string? mark, int limit)
    {
        lock (_gate)
        {
            var now = _count.ToString(CultureInfo.InvariantCulture);
            if (mark is null) return new StoreChanges(now, [], []);
            if (!long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var since) || since > _count) throw StoreChanges.NoMark(mark);
            var isTooOld = since < _count - Room;
            // What became of it last is what it is.
            var last = new Dictionary<string, (string Id, string? UserId, bool IsRemoved)>(StringComparer.Ordinal);
            for (var number = Math.Max(since, _count - Room); number < _count; number++)
            {
                var change = _latest[number % Room];
                last[change.Id] = change;
            }
            var changed = last.Values.Where(static one => !one.IsRemoved).Select(static one => one.Id).Take(limit + 1).ToList();
            var removed = last.Values.Where(static one => one.IsRemoved).Select(static one => new RemovedExecution(one.Id, one.UserId)).Take(limit + 1).ToList();
            return StoreChanges.Of(now, changed, removed, limit, isTooOld);
        }
    }

    private void Note((string, string?, bool) change)
    {
        lock (_gate) _latest[_count++ % Room] = change;
    }
}
