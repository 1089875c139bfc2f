namespace WorkflowKit.Engine;

/// <summary>One who watches a list: which executions have changed since it looked last, as far as it has room for them.</summary>
internal sealed class ListSubscription
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
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
        lock (_gate)
        {
            if (_changed.Count < ExecutionQuery.MaxLimit) _changed.Add(executionId);
            else _isLost |= !_changed.Contains(executionId);
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

    /// <summary>What has changed, and whether that is not all.</summary>
    internal (string[] Ids, bool IsLost) Take()
    {
        lock (_gate)
        {
            (string[], bool) taken = ([.. _changed], _isLost);
            _changed.Clear();
            _isLost = false;
            if (_something.Task.IsCompletedSuccessfully) _something = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return taken;
        }
    }
}
