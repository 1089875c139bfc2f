using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

public sealed class SchemaTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    [Fact]
    public async Task Hosts_that_start_at_once_make_one_schema()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () => await Database.Open().CreateAsync(Header($"run-{number}"), null))));

        created.ShouldAllBe(one => one.IsNew);
        (await Database.AskAsync("SELECT count(*) FROM $.executions")).ShouldBe(6L);
        (await Database.AskAsync("SELECT count(*) FROM $.workflowkit_version")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_not_touched()
    {
        await Database.Open().CreateAsync(Header("one"), null);
        await Database.AskAsync("UPDATE $.workflowkit_version SET version = 99");

        var error = await Should.ThrowAsync<StoreVersionException>(async () => await Database.Open().CreateAsync(Header("two"), null));

        error.Found.ShouldBe(99);
        (await Database.AskAsync("SELECT count(*) FROM $.executions")).ShouldBe(1L);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_schema_of_an_earlier_version_is_brought_to_this_one_with_all_that_is_in_it(int version)
    {
        await Database.AskAsync("CREATE SCHEMA $");
        await using (var connection = await Database.ConnectAsync())
        {
            var migrations = string.Join('\n', PostgreSqlSchema.Migrations.Take(version)).Replace("workflowkit.", $"{Database.Schema}.", StringComparison.Ordinal);
            await using var earlier = new NpgsqlCommand(migrations, connection);
            await earlier.ExecuteNonQueryAsync();
        }
        await Database.AskAsync(
            $$"""
            CREATE TABLE $.workflowkit_version (version int NOT NULL);
            INSERT INTO $.workflowkit_version VALUES ({{version}});
            INSERT INTO $.executions (id, workflow_id, workflow_name, definition_hash, started_by, concurrency_limit, created_at, status) VALUES ('old', 'orders', 'Orders', 'hash', 'manual', 0, 638000000000000000, 'completed');
            INSERT INTO $.inputs (execution, body) SELECT key, '{}' FROM $.executions
            """);
        var store = Database.Open();

        (await store.FindAsync("old"))!.Tags.ShouldBeEmpty();
        var mark = (await store.FindChangesAsync(null, 1)).Mark;
        await store.CreateAsync(Header("new", tags: ["north"]), null);

        (await store.QueryAsync(new ExecutionQuery { Tags = ["north"] })).Items.ShouldHaveSingleItem().Id.ShouldBe("new");
        (await store.QueryAsync(new ExecutionQuery())).Items.Count.ShouldBe(2);
        (await store.FindChangesAsync(mark, 10)).Changed.ShouldBe(["new"]);
        (await store.DeleteAsync("old")).ShouldBeTrue();
        (await store.FindChangesAsync(mark, 10)).Removed.ShouldHaveSingleItem().Id.ShouldBe("old");
        (await Database.AskAsync("SELECT version FROM $.workflowkit_version")).ShouldBe(PostgreSqlSchema.Migrations.Length);
    }

    [Fact]
    public async Task Two_schemas_of_one_database_know_nothing_of_each_other()
    {
        await Database.Open().CreateAsync(Header("one"), null);
        var other = Database.Open(configure: options => options.Schema = $"{Database.Schema}_2");

        (await other.QueryAsync(new ExecutionQuery())).Items.ShouldBeEmpty();
        await Database.AskAsync("DROP SCHEMA $_2 CASCADE");
    }

    [Fact]
    public async Task A_user_who_may_make_no_schema_can_be_given_one()
    {
        var user = $"u{Guid.NewGuid():N}"[..20];
        await Database.AskAsync($"CREATE ROLE {user} LOGIN; CREATE SCHEMA $ AUTHORIZATION {user}");
        var store = Database.Open(configure: options => options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Username = user }.ToString());

        (await store.CreateAsync(Header("one"), null)).IsNew.ShouldBeTrue();

        await Database.AskAsync($"DROP OWNED BY {user}; DROP ROLE {user}");
    }
}
