using WorkflowKit.Stores;
using WorkflowKit.TestServers;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.PostgreSql.Tests;

public sealed class PostgreSqlExecutionStoreTests(PostgreSqlFixture server) : ExecutionStoreContract, IAsyncLifetime
{
    private TestDatabase? _database;
    private IExecutionStore? _store;

    protected override IExecutionStore Store => _store ??= _database!.Open(Clock);

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(server);

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? default;
}
