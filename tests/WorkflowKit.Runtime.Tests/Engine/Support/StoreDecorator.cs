using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A store around another, whose logs a test makes different.</summary>
internal abstract class StoreDecorator(IExecutionStore inner) : IExecutionStore
{
    public TimeSpan LeaseDuration => inner.LeaseDuration;

    public virtual bool IsShared => inner.IsShared;

    public async ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default)
    {
        var created = await inner.CreateAsync(header, owner, cancellationToken);
        return created with { Log = created.Log is null ? null : Decorate(created.Log) };
    }

    public virtual async ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default) =>
        await inner.ClaimAsync(executionId, owner, cancellationToken) is { } log ? Decorate(log) : null;

    public virtual ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default) =>
        inner.FindDueAsync(owner, limit, unserved, cancellationToken);

    public virtual ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default) => inner.RenewAsync(owner, cancellationToken);

    public virtual ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default) => inner.ReleaseAsync(owner, cancellationToken);

    public virtual ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default) => inner.AddControlAsync(request, cancellationToken);

    public virtual ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default) => inner.FindAsync(executionId, cancellationToken);

    public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(executionId, after, limit, cancellationToken);

    public virtual ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public virtual ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default) => inner.FindChangesAsync(since, limit, cancellationToken);

    public ValueTask<ExecutionCounts> CountAsync(ExecutionQuery query, CancellationToken cancellationToken = default) => inner.CountAsync(query, cancellationToken);

    public ValueTask<bool> ImportAsync(FinishedExecution execution, CancellationToken cancellationToken = default) => inner.ImportAsync(execution, cancellationToken);

    public ValueTask<bool> DeleteAsync(string executionId, CancellationToken cancellationToken = default) => inner.DeleteAsync(executionId, cancellationToken);

    public ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default) => inner.PurgeAsync(limit, cancellationToken);

    protected virtual IExecutionLog Decorate(IExecutionLog log) => log;
}
