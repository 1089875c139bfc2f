using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <content>What goes, goes whole.</content>
public sealed partial class InMemoryExecutionStore
{
    /// <inheritdoc />
    public ValueTask<bool> DeleteAsync(string executionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        lock (_gate)
        {
            // What is at rest is in the archive.
            if (_live.TryGetValue(executionId, out var live)) return ValueTask.FromException<bool>(Deletion.Refusal(executionId, live.Status, isAtRest: false));
            if (_archive.Find(executionId) is not var (chunk, offset)) return new(false);
            var execution = chunk.Read(offset);
            if (execution.Header.ParentId is { } parentId && _live.TryGetValue(parentId, out var parent) && !parent.Status.IsFinished())
                return ValueTask.FromException<bool>(Deletion.Refusal(executionId, execution.Status, isAtRest: true));
            Forget([_archive.Take(chunk, offset)]);
            return new(true);
        }
    }

    /// <inheritdoc />
    public ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        lock (_gate)
        {
            var due = _archive.TakeDue(_time.GetUtcNow().UtcTicks, limit);
            Forget(due);
            return new(due.Count);
        }
    }

    /// <summary>Removes what was taken out of the archive.</summary>
    private void Forget(List<MemoryExecution> gone)
    {
        foreach (var execution in gone)
        {
            _order.Remove(execution.Ordinal);
            _changes.Removed(execution.Header);
            if (execution.Header.StartKey is { } key) _byStartKey.Remove((execution.Header.UserId, key));
        }
        foreach (var execution in _archive.TakeScattered()) Archive(execution);
    }
}
