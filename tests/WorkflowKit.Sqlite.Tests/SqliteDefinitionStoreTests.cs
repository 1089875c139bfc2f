using Microsoft.Data.Sqlite;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Sqlite.Stores;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Sqlite.Tests;

public sealed class SqliteDefinitionStoreTests : DefinitionStoreContract, IDisposable
{
    private readonly DatabaseFile _file = new();
    private SqliteDefinitionStore? _store;

    protected override IDefinitionStore Store => _store ??= Open();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Watchers_are_told_of_changes_of_this_process_and_of_others()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var changes = Store.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = changes.MoveNextAsync().AsTask();

        await Store.SaveAsync("orders", Source("1"));
        (await next).ShouldBeTrue();
        changes.Current.ShouldBe("orders");

        next = changes.MoveNextAsync().AsTask();
        await Open().SaveAsync("invoices", Source("2"));
        (await next).ShouldBeTrue();
        changes.Current.ShouldBe("invoices");
    }

    [Fact]
    public async Task Heads_are_read_from_indexes_without_the_texts()
    {
        await Store.ListAsync();
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {SqliteDefinitionStore.Heads}";
        command.Parameters.AddWithValue("$1", "");
        command.Parameters.AddWithValue("$2", 10);
        var plan = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) plan.Add(reader.GetString(3));

        plan.Count.ShouldBe(2, string.Join('\n', plan));
        plan[0].ShouldStartWith("SEARCH d USING PRIMARY KEY (workflow_id>?)");
        plan[1].ShouldStartWith("SEARCH v USING COVERING INDEX workflowkit_definition_heads");
    }

    private SqliteDefinitionStore Open()
    {
        var options = _file.Options(options => options.PollInterval = TimeSpan.FromMilliseconds(20));
        return new SqliteDefinitionStore(_file.Own(new SqliteDatabase(options)), options, TimeProvider.System);
    }
}
