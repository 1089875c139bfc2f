using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>One who watches a list: which executions have changed or gone since it looked last, as far as it has room for them.</summary>
internal sealed class ListSubscription(ExecutionQuery query)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private TaskCompletionSource _something = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLost;

    /// <summary>Ends when something has changed.</summary>
    internal Task Something
    {
        get
        {
            lock (_gate) return _something.Task;
        }
    }

    internal void Offer(string executionId)
    {
        if (query.Ids?.Contains(executionId) is false) return;
        lock (_gate) Keep(_changed, executionId);
    }

    /// <summary>What is gone cannot be asked whether it was in the list, but nobody is told of what was another user's.</summary>
    internal void Offer(RemovedExecution removed)
    {
        if (query.HasNoUser ? removed.UserId is not null : query.UserId is { } user && user != removed.UserId) return;
        if (query.Ids?.Contains(removed.Id) is false) return;
        lock (_gate) Keep(_removed, removed.Id);
    }

    /// <summary>More has changed than is known.</summary>
    internal void Lose()
    {
        lock (_gate)
        {
            _isLost = true;
            _something.TrySetResult();
        }
    }

    /// <summary>Nothing more comes; whoever waits is told why.</summary>
    internal void Close(Exception why)
    {
        lock (_gate)
        {
            if (!_something.TrySetException(why)) (_something = new()).SetException(why);
            _ = _something.Task.Exception;
        }
    }

    /// <summary>What has changed, what is gone, and whether that is not all.</summary>
    internal (string[] Changed, string[] Removed, bool IsLost) Take()
    {
        lock (_gate)
        {
            (string[], string[], bool) taken = ([.. _changed], [.. _removed], _isLost);
            _changed.Clear();
            _removed.Clear();
            _isLost = false;
            if (_something.Task.IsCompletedSuccessfully) _something = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return taken;
        }
    }

    private void Keep(HashSet<string> ids, string id)
    {
        if (ids.Count < ExecutionQuery.MaxLimit) ids.Add(id);
        else _isLost |= !ids.Contains(id);
        _something.TrySetResult();
    }
}
