using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Those who wait for executions to end, or to need somebody.</summary>
internal sealed class CompletionWaiters(EngineCore core)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<ExecutionRecord>> _waiting = new(StringComparer.Ordinal);
    private volatile int _count;
    private volatile Exception? _closed;

    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    internal async Task<ExecutionRecord> WaitAsync(string executionId, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The wait is set up before the look, so that an end in between is seen by one of the two.
            var waiting = Expect(executionId);
            var record = await core.Store.FindAsync(executionId, cancellationToken).ConfigureAwait(false);
            // Others may wait with the same source: whoever sees the end tells them.
            if (record is null) Tell(executionId, new ExecutionNotFoundException(executionId));
            else if (IsReady(record)) Tell(executionId, record);
            if (record is null) throw new ExecutionNotFoundException(executionId);
            if (IsReady(record)) return record;
            if (_closed is { } why) throw why;
            var told = await ToldAsync(waiting.Task, cancellationToken).ConfigureAwait(false);
            if (told is not null && IsReady(told)) return told;
        }
    }

    /// <summary>What the host that runs the execution tells; <see langword="null"/>: that may be another process, and it is time to look.</summary>
    private async ValueTask<ExecutionRecord?> ToldAsync(Task<ExecutionRecord> waiting, CancellationToken cancellationToken)
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

    internal bool IsAwaited(string executionId)
    {
        if (_count == 0) return false;
        lock (_gate) return _waiting.ContainsKey(executionId);
    }

    internal void Tell(string executionId, ExecutionRecord record) => Take(executionId)?.TrySetResult(record);

    internal void Tell(string executionId, Exception error) => Take(executionId)?.TrySetException(error);

    /// <summary>Nothing ends here any more: all who wait are told, and those who come later too.</summary>
    internal void Close(Exception error)
    {
        _closed = error;
        string[] all;
        lock (_gate) all = [.. _waiting.Keys];
        foreach (var executionId in all) Tell(executionId, error);
    }

    private TaskCompletionSource<ExecutionRecord> Expect(string executionId)
    {
        lock (_gate)
        {
            if (!_waiting.TryGetValue(executionId, out var waiting))
                _waiting[executionId] = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _count = _waiting.Count;
            return waiting;
        }
    }

    private TaskCompletionSource<ExecutionRecord>? Take(string executionId)
    {
        if (_count == 0) return null;
        lock (_gate)
        {
            _waiting.Remove(executionId, out var waiting);
            _count = _waiting.Count;
            return waiting;
        }
    }

    private static bool IsReady(ExecutionRecord record) =>
        record.Status.IsFinished() || (record.Status is ExecutionStatus.Paused && record.PausedFor is not PauseReason.Timer);
}
