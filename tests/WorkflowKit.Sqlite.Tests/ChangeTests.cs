using Microsoft.Data.Sqlite;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Sqlite.Stores;
using WorkflowKit.Stores;
using WorkflowKit.Testing;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>What several processes of a file are told of each other's changes.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly DatabaseFile _file = new();
    private readonly VirtualTime _time = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Processes_that_write_in_turn_miss_nothing_of_each_other()
    {
        SqliteExecutionStore[] stores = [_file.Open(_time), _file.Open(_time)];
        var mark = (await stores[0].FindChangesAsync(null, 1)).Mark;

        for (var number = 0; number < 6; number++)
        {
            await stores[number % 2].CreateAsync(DatabaseFile.Header($"run-{number}"), null);
            var changes = await stores[(number + 1) % 2].FindChangesAsync(mark, 10);
            mark = changes.Mark;

            changes.Changed.ShouldBe([$"run-{number}"]);
        }
    }

    [Fact]
    public async Task What_was_removed_long_ago_is_forgotten_and_no_number_comes_twice()
    {
        var store = _file.Open(_time);
        await RemoveAsync(store, "first");
        await RemoveAsync(store, "second");
        _time.Advance(StoreChanges.RemovalsKept + TimeSpan.FromSeconds(1));
        var mark = (await store.FindChangesAsync(null, 1)).Mark;

        await store.PurgeAsync(10);
        await _file.Open(_time).CreateAsync(DatabaseFile.Header("new"), null);

        Ask("SELECT GROUP_CONCAT(id) FROM workflowkit_removals").ShouldBe("second");
        (await store.FindChangesAsync(mark, 10)).Changed.ShouldBe(["new"]);
        await RemoveAsync(store, "third");
        await store.PurgeAsync(10);
        Ask("SELECT GROUP_CONCAT(id) FROM workflowkit_removals").ShouldBe("third");
    }

    [Fact]
    public async Task Changes_are_read_from_an_index_in_its_order()
    {
        await _file.Open(_time).FindChangesAsync(null, 1);

        foreach (var sql in new[] { SqliteExecutionStore.ChangedSince, SqliteExecutionStore.RemovedSince, LogStatements.LastChange })
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            command.Parameters.AddWithValue("$1", 1);
            command.Parameters.AddWithValue("$2", 10);
            using var reader = command.ExecuteReader();
            var plan = new List<string>();
            while (reader.Read()) plan.Add(reader.GetString(3));

            plan.ShouldNotContain(static line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
            plan.Where(static line => line.StartsWith("SEARCH", StringComparison.Ordinal) || line.StartsWith("SCAN workflowkit", StringComparison.Ordinal))
                .ShouldAllBe(static line => line.Contains("INDEX workflowkit_executions_by_change", StringComparison.Ordinal) || line.Contains("workflowkit_removals", StringComparison.Ordinal));
        }
    }

    private static async Task RemoveAsync(SqliteExecutionStore store, string id)
    {
        await store.ImportAsync(new FinishedExecution(DatabaseFile.Header(id), ExecutionStatus.Completed, [], null));
        await store.DeleteAsync(id);
    }

    private object? Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        return connection;
    }
}
