using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

public sealed class InMemoryExecutionStoreTests : ExecutionStoreContract
{
    private InMemoryExecutionStore? _store;

    private protected override IExecutionStore Store => _store ??= new InMemoryExecutionStore(Clock);
}
