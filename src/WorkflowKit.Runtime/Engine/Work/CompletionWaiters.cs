using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Those who wait for executions to end, or to need somebody.</summary>
internal sealed class CompletionWaiters(EngineCore core)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<ExecutionRecord?>> _waiting = new(StringComparer.Ordinal);
    private volatile int _count;
    private volatile Exception? _closed;

    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    internal async Task<ExecutionRecord> WaitAsync(string executionId, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The wait is set up before the look, so that an end in between is seen by one of the two.
            var waiting = Expect(executionId);
            var record = await core.Store.FindAsync(executionId, cancellationToken).OrUnavailable().ConfigureAwait(false);
            var isReady = record is not null && await IsReadyAsync(record, cancellationToken).ConfigureAwait(false);
            // Others may wait with the same source: whoever sees the end tells them.
            if (record is null) Tell(executionId, new ExecutionNotFoundException(executionId));
            else if (isReady) Tell(executionId, record);
            if (record is null) throw new ExecutionNotFoundException(executionId);
            if (isReady) return record;
            if (_closed is { } why) throw why;
            if (await ToldAsync(waiting.Task, cancellationToken).ConfigureAwait(false) is { } ended) return ended;
        }
    }

    /// <summary>What the host that runs the execution tells; <see langword="null"/>: it is time to look, also because that may be another process.</summary>
    private async ValueTask<ExecutionRecord?> ToldAsync(Task<ExecutionRecord?> waiting, CancellationToken cancellationToken)
    {
        if (!core.Store.IsShared) return await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await waiting.WaitAsync(EngineCore.LookInterval, core.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or ExecutionTakenOverException)
        {
            return null;
        }
    }

    /// <summary>An execution has ended, or is found waiting for somebody.</summary>
    internal void Tell(string executionId, ExecutionRecord record) => Take(executionId)?.TrySetResult(record);

    internal void Tell(string executionId, Exception error) => Take(executionId)?.TrySetException(error);

    /// <summary>An execution waits: whoever waits for it, or for one that waits for it, looks for whom. It lets no exception out.</summary>
    internal async ValueTask LookAsync(ExecutionHeader paused)
    {
        Look(paused.Id);
        try
        {
            for (var parentId = paused.ParentId; parentId is not null && _count > 0;)
            {
                Look(parentId);
                parentId = (await core.Store.FindAsync(parentId).ConfigureAwait(false))?.ParentId;
            }
        }
        catch (Exception)
        {
            // Nobody knows any more whom it concerns: all look, and meet the store's failure if it lasts.
            foreach (var executionId in All()) Look(executionId);
        }
    }

    /// <summary>Nothing ends here any more: all who wait are told, and those who come later too.</summary>
    internal void Close(Exception error)
    {
        _closed = error;
        foreach (var executionId in All()) Tell(executionId, error);
    }

    private void Look(string executionId) => Take(executionId)?.TrySetResult(null);

    private string[] All()
    {
        lock (_gate) return [.. _waiting.Keys];
    }

    private TaskCompletionSource<ExecutionRecord?> Expect(string executionId)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(executionId, out var waiting))
                _waiting[executionId] = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _count = _waiting.Count;
            return waiting;
        }
    }

    private TaskCompletionSource<ExecutionRecord?>? Take(string executionId)
    {
        if (_count == 0) return null;
        lock (_gate)
        {
            _waiting.Remove(executionId, out var waiting);
            _count = _waiting.Count;
            return waiting;
        }
    }

    private ValueTask<bool> IsReadyAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        if (record.Status.IsFinished()) return new(true);
        if (record.Status is not ExecutionStatus.Paused) return new(false);
        if (record.WaitsFor?.Reason is not PauseReason.Timer) return new(true);
        return record.StepResults.Any(static step => step is { Type: "workflow", Status: StepStatus.Running }) ? HasReadyChildAsync(record, cancellationToken) : new(false);
    }

    /// <summary>Whether a child waits for somebody, and its parent with it.</summary>
    private async ValueTask<bool> HasReadyChildAsync(ExecutionRecord parent, CancellationToken cancellationToken)
    {
        var query = new ExecutionQuery { ParentId = parent.Id, Statuses = [ExecutionStatus.Paused], From = parent.CreatedAt, Limit = ExecutionQuery.MaxLimit };
        foreach (var child in (await core.Store.QueryAsync(query, cancellationToken).ConfigureAwait(false)).Items)
        {
            if (await core.Store.FindAsync(child.Id, cancellationToken).ConfigureAwait(false) is { Status: ExecutionStatus.Paused } found
                && await IsReadyAsync(found, cancellationToken).ConfigureAwait(false)) return true;
        }
        return false;
    }
}
