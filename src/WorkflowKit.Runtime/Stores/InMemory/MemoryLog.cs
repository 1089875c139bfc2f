using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>One owner's term of one execution.</summary>
internal sealed class MemoryLog(InMemoryExecutionStore store, MemoryExecution execution, int epoch) : IExecutionLog
{
    private bool _takenOver;

    public ExecutionHeader Header => execution.Header;

    public ExecutionStatus Status => execution.Status;

    public DateTimeOffset? DueAt => execution.DueAt;

    public DateTimeOffset? PurgeAt => execution.PurgeAt;

    public long LastSequence => execution.Count;

    public int ClaimsWithoutProgress => execution.ClaimsWithoutProgress;

    public long PendingControl => execution.PendingControl;

    public void Append(ProgressEvent entry)
    {
        if (!execution.Append(epoch, entry)) _takenOver = true;
    }

    long IExecutionLog.TryAppend(in StepFact fact) => execution.TryAppend(epoch, fact);

    public ValueTask CommitAsync(CancellationToken cancellationToken = default) =>
        _takenOver ? ValueTask.FromException(new ExecutionTakenOverException(Header.Id)) : ValueTask.CompletedTask;

    public ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default)
    {
        try
        {
            if (_takenOver) throw new ExecutionTakenOverException(Header.Id);
            store.Commit(execution, epoch, change);
            return ValueTask.CompletedTask;
        }
        catch (WorkflowKitException error)
        {
            return ValueTask.FromException(error);
        }
    }

    public ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default) => new(execution.Controls());

    public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default) => new(execution.ReadAll());
}
