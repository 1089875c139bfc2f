using System.Text.Json;
using Microsoft.Data.Sqlite;
using WorkflowKit.Sqlite.Database;

namespace WorkflowKit.Sqlite.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_file_of_an_earlier_version_is_brought_to_this_one_with_all_that_is_in_it(int version)
    {
        foreach (var migration in SqliteSchema.Migrations.Take(version)) Ask(migration);
        Ask($$"""
            CREATE TABLE workflowkit_schema (version INTEGER NOT NULL);
            INSERT INTO workflowkit_schema VALUES ({{version}});
            INSERT INTO workflowkit_executions (key, id, workflow_id, workflow_name, definition_hash, started_by, concurrency_limit, created_at, status) VALUES (1, 'old', 'orders', 'Orders', 'hash', 'manual', 0, 638000000000000000, 'completed');
            INSERT INTO workflowkit_inputs (execution, body) VALUES (1, '{}')
            """);
        var store = _file.Open();

        (await store.FindAsync("old"))!.Tags.ShouldBeEmpty();
        var mark = (await store.FindChangesAsync(null, 1)).Mark;
        await store.CreateAsync(
            new ExecutionHeader
            {
                Id = "new", WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = JsonElement.Parse("{}"), CreatedAt = DateTimeOffset.UtcNow, Tags = ["north"],
            }, null);

        (await store.QueryAsync(new ExecutionQuery { Tags = ["north"] })).Items.ShouldHaveSingleItem().Id.ShouldBe("new");
        (await store.QueryAsync(new ExecutionQuery())).Items.Count.ShouldBe(2);
        (await store.FindChangesAsync(mark, 10)).Changed.ShouldBe(["new"]);
        (await store.DeleteAsync("old")).ShouldBeTrue();
        (await store.FindChangesAsync(mark, 10)).Removed.ShouldHaveSingleItem().Id.ShouldBe("old");
        Ask("SELECT version FROM workflowkit_schema").ShouldBe((long)SqliteSchema.Migrations.Length);
    }

    private object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
