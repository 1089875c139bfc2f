using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A store whose commits fail while a test says so; what was appended is not lost.</summary>
internal sealed class FailingStore(IExecutionStore inner) : StoreDecorator(inner)
{
    private int _failures;

    internal volatile bool Fails;

    internal int Failures => _failures;

    protected override IExecutionLog Decorate(IExecutionLog log) => new Log(this, log);

    public override ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        Demand();
        return base.QueryAsync(query, cancellationToken);
    }

    public override ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken = default)
    {
        Demand();
        return base.ReleaseAsync(owner, cancellationToken);
    }

    private void Demand()
    {
        if (!Fails) return;
        Interlocked.Increment(ref _failures);
        throw new IOException("The disk is gone.");
    }

    private sealed class Log(FailingStore store, IExecutionLog inner) : LogDecorator(inner)
    {
        public override async ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            store.Demand();
            await Inner.CommitAsync(cancellationToken);
        }

        public override async ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default)
        {
            store.Demand();
            await Inner.CommitAsync(change, cancellationToken);
        }
    }
}
