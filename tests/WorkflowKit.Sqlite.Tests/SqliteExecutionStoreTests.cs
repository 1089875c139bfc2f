using WorkflowKit.Stores;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Sqlite.Tests;

public sealed class SqliteExecutionStoreTests : ExecutionStoreContract, IDisposable
{
    private readonly DatabaseFile _file = new();
    private IExecutionStore? _store;

    protected override IExecutionStore Store => _store ??= _file.Open(Clock);

    public void Dispose() => _file.Dispose();
}
