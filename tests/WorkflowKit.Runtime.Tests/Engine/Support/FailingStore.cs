using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A store whose commits fail while a test says so; what was appended is not lost.</summary>
internal sealed class FailingStore(IExecutionStore inner) : IExecutionStore
{
    private int _failures;

    internal volatile bool Fails;

    internal int Failures => _failures;

    public TimeSpan LeaseDuration => inner.LeaseDuration;

    public async ValueTask<ExecutionCreation> CreateAsync(ExecutionHeader header, string? owner, CancellationToken cancellationToken = default)
    {
        var created = await inner.CreateAsync(header, owner, cancellationToken);
        return created with { Log = created.Log is null ? null : new Log(this, created.Log) };
    }

    public async ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default) =>
        await inner.ClaimAsync(executionId, owner, cancellationToken) is { } log ? new Log(this, log) : null;

    public ValueTask<DueWork> FindDueAsync(string owner, int limit, CancellationToken cancellationToken = default) => inner.FindDueAsync(owner, limit, cancellationToken);

    public ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default) => inner.RenewAsync(owner, cancellationToken);

    public ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default) => inner.ReleaseAsync(owner, cancellationToken);

    public ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default) => inner.AddControlAsync(request, cancellationToken);

    public ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default) => inner.FindAsync(executionId, cancellationToken);

    public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(executionId, after, limit, cancellationToken);

    public ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default) => inner.PurgeAsync(limit, cancellationToken);

    private void Demand()
    {
        if (!Fails) return;
        Interlocked.Increment(ref _failures);
        throw new IOException("The disk is gone.");
    }

    private sealed class Log(FailingStore store, IExecutionLog inner) : IExecutionLog
    {
        public ExecutionHeader Header => inner.Header;

        public ExecutionStatus Status => inner.Status;

        public DateTimeOffset? DueAt => inner.DueAt;

        public DateTimeOffset? PurgeAt => inner.PurgeAt;

        public long LastSequence => inner.LastSequence;

        public int ClaimsWithoutProgress => inner.ClaimsWithoutProgress;

        public long PendingControl => inner.PendingControl;

        public void Append(ProgressEvent entry) => inner.Append(entry);

        public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            store.Demand();
            await inner.CommitAsync(cancellationToken);
        }

        public async ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default)
        {
            store.Demand();
            await inner.CommitAsync(change, cancellationToken);
        }

        public ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default) => inner.ReadControlsAsync(cancellationToken);

        public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);
    }
}
