using Npgsql;
using NpgsqlTypes;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;
using WorkflowKit.Testing;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>What the hosts of a database are told of each other's changes.</summary>
public sealed class ChangeTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    [Fact]
    public async Task A_transaction_that_began_before_a_look_and_ends_after_it_is_found_by_the_next_and_by_no_other()
    {
        var store = Database.Open();
        await store.CreateAsync(Header("late"), null);
        await using var connection = await Database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var change = new NpgsqlCommand(Database.Qualify("UPDATE $.executions SET status = 'cancelled', changed = pg_current_xact_id() WHERE id = 'late'"), connection, transaction))
            await change.ExecuteNonQueryAsync();
        var mark = (await store.FindChangesAsync(null, 1)).Mark;

        await store.CreateAsync(Header("early"), null);
        var first = await store.FindChangesAsync(mark, 10);
        await store.CreateAsync(Header("between"), null);
        var second = await store.FindChangesAsync(first.Mark, 10);
        await transaction.CommitAsync();
        var third = await store.FindChangesAsync(second.Mark, 10);
        var fourth = await store.FindChangesAsync(third.Mark, 10);

        first.Changed.ShouldBe(["early"]);
        second.Changed.ShouldBe(["between"]);
        third.Changed.ShouldBe(["late"]);
        fourth.Changed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_of_another_server_are_told_once_at_most_and_hide_nothing()
    {
        var store = Database.Open();
        await store.CreateAsync(Header("copied"), null);
        await Database.AskAsync("UPDATE $.executions SET changed = '9000000000000000000'::xid8");
        var mark = (await store.FindChangesAsync(null, 1)).Mark;

        await store.CreateAsync(Header("new"), null);

        (await store.FindChangesAsync(mark, 10)).Changed.ShouldBe(["new"]);
    }

    [Fact]
    public async Task What_was_removed_long_ago_is_forgotten()
    {
        var time = new VirtualTime();
        var store = Database.Open(time);
        await RemoveAsync(store, "old");
        time.Advance(StoreChanges.RemovalsKept + TimeSpan.FromSeconds(1));
        await RemoveAsync(store, "new");

        (await store.PurgeAsync(10)).ShouldBe(0);

        (await Database.AskAsync("SELECT string_agg(id, ',') FROM $.removals")).ShouldBe("new");
    }

    [Fact]
    public async Task Changes_are_read_from_an_index_in_its_order()
    {
        var store = Database.Open();
        var mark = (await store.FindChangesAsync(null, 1)).Mark;
        await Database.AskAsync(
            """
            INSERT INTO $.executions (id, workflow_id, workflow_name, definition_hash, started_by, concurrency_limit, created_at, status, changed)
            SELECT 'run-' || n, 'orders', 'Orders', 'hash', 'api', 0, n, 'completed', n::text::xid8 FROM generate_series(1, 20000) AS n;
            INSERT INTO $.removals (changed, id, removed_at) SELECT n::text::xid8, 'gone-' || n, n FROM generate_series(1, 20000) AS n;
            ANALYZE $.executions;
            ANALYZE $.removals
            """);

        var plan = await PlanAsync(mark[(mark.IndexOf('/', StringComparison.Ordinal) + 1)..]);

        plan.ShouldNotContain("Seq Scan");
        plan.ShouldNotContain("Sort");
        plan.ShouldContain("executions_by_change");
        plan.ShouldContain("removals_by_change");
    }

    private static async Task RemoveAsync(PostgreSqlExecutionStore store, string id)
    {
        await store.ImportAsync(new FinishedExecution(Header(id), ExecutionStatus.Completed, [], null));
        await store.DeleteAsync(id);
    }

    private async Task<string> PlanAsync(string snapshot)
    {
        await using var connection = await Database.ConnectAsync();
        await using var command = new NpgsqlCommand("EXPLAIN " + PostgreSqlExecutionStore.ChangesSince.Replace("workflowkit.", $"{Database.Schema}.", StringComparison.Ordinal), connection);
        command.Parameters.Add(new NpgsqlParameter { Value = snapshot, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = 501 });
        command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
