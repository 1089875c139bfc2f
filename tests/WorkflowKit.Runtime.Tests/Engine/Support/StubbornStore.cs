using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A store whose questions and renewals a test holds up or lets fail.</summary>
internal sealed class StubbornStore(IExecutionStore inner) : StoreDecorator(inner)
{
    private int _questions;

    internal Func<Task> BeforeFind { get; set; } = static () => Task.CompletedTask;

    internal Func<Task> BeforeRenew { get; set; } = static () => Task.CompletedTask;

    /// <summary>How often an execution was asked for.</summary>
    internal int Questions => Volatile.Read(ref _questions);

    public override async ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _questions);
        await BeforeFind();
        return await base.FindAsync(executionId, cancellationToken);
    }

    public override async ValueTask<bool> RenewAsync(string owner, CancellationToken cancellationToken = default)
    {
        await BeforeRenew();
        return await base.RenewAsync(owner, cancellationToken);
    }
}
