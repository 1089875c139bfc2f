using WorkflowKit.PostgreSql.Database;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.TestServers;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.PostgreSql.Tests;

public sealed class PostgreSqlDefinitionStoreTests(PostgreSqlFixture server) : DefinitionStoreContract, IAsyncLifetime
{
    private TestDatabase? _database;
    private PostgreSqlDefinitionStore? _store;

    protected override IDefinitionStore Store => _store ??= Open();

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(server);

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? default;

    [Fact]
    public async Task Watchers_are_told_of_changes_of_this_process_and_of_others()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var changes = Store.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = changes.MoveNextAsync().AsTask();

        (await ToldAsync(Store, "orders", next)).ShouldBeTrue();
        changes.Current.ShouldBe("orders");

        next = changes.MoveNextAsync().AsTask();
        (await ToldAsync(Open(), "invoices", next)).ShouldBeTrue();
        changes.Current.ShouldBe("invoices");
    }

    [Fact]
    public async Task A_text_that_no_column_holds_is_refused()
    {
        (await Should.ThrowAsync<ArgumentException>(async () => await Store.SaveAsync("orders", Source("\0")))).Message.ShouldContain("NUL");
        (await Store.FindAsync("orders")).ShouldBeNull();
    }

    /// <summary>Saves until the watcher, who may have begun after the first time, is told.</summary>
    private static async Task<bool> ToldAsync(IDefinitionStore store, string workflowId, Task<bool> next)
    {
        for (var version = 0; !next.IsCompleted; version++)
        {
            await store.SaveAsync(workflowId, Source($"{version}"));
            await Task.WhenAny(next, Task.Delay(100));
        }
        return await next;
    }

    private PostgreSqlDefinitionStore Open()
    {
        var options = _database!.Options(static options => options.PollInterval = TimeSpan.FromMilliseconds(20));
        return new PostgreSqlDefinitionStore(_database.Own(new PostgreSqlDatabase(options)), options, TimeProvider.System);
    }
}
