using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

internal abstract class LogDecorator(IExecutionLog inner) : IExecutionLog
{
    public ExecutionHeader Header => inner.Header;

    public ExecutionStatus Status => inner.Status;

    public DateTimeOffset? DueAt => inner.DueAt;

    public DateTimeOffset? PurgeAt => inner.PurgeAt;

    public virtual long LastSequence => inner.LastSequence;

    public long DurableSequence => inner.DurableSequence;

    public int ClaimsWithoutProgress => inner.ClaimsWithoutProgress;

    public long PendingControl => inner.PendingControl;

    protected IExecutionLog Inner => inner;

    public virtual void Append(ProgressEvent entry) => inner.Append(entry);

    public virtual ValueTask CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

    public virtual ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default) => inner.CommitAsync(change, cancellationToken);

    public virtual ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default) => inner.ReadControlsAsync(cancellationToken);

    public virtual ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);
}
