using System.Collections.Concurrent;
using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Those who wait for executions to end, or to need somebody.</summary>
internal sealed class CompletionWaiters(IExecutionStore store)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ExecutionRecord>> _waiting = [];

    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    internal async Task<ExecutionRecord> WaitAsync(string executionId, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The wait is set up before the look, so that an end in between is seen by one of the two.
            var waiting = _waiting.GetOrAdd(executionId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
            var record = await store.FindAsync(executionId, cancellationToken).ConfigureAwait(false);
            if (record is null || IsReady(record)) _waiting.TryRemove(new(executionId, waiting));
            if (record is null) throw new ExecutionNotFoundException(executionId);
            if (IsReady(record)) return record;
            var told = await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (IsReady(told)) return told;
        }
    }

    internal bool IsAwaited(string executionId) => !_waiting.IsEmpty && _waiting.ContainsKey(executionId);

    internal void Tell(string executionId, ExecutionRecord record)
    {
        if (_waiting.TryRemove(executionId, out var waiting)) waiting.TrySetResult(record);
    }

    internal void Tell(string executionId, Exception error)
    {
        if (_waiting.TryRemove(executionId, out var waiting)) waiting.TrySetException(error);
    }

    internal void TellAll(Exception error)
    {
        foreach (var executionId in _waiting.Keys) Tell(executionId, error);
    }

    private static bool IsReady(ExecutionRecord record) =>
        record.Status.IsFinished() || (record.Status is ExecutionStatus.Paused && record.PausedFor is not PauseReason.Timer);
}
