using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using WorkflowKit.Sqlite.Stores;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>A page of history costs the same however much the file holds.</summary>
public sealed class HistoryTests(ITestOutputHelper output) : IDisposable
{
    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Pages_are_read_from_an_index_in_its_order()
    {
        await MakeAsync(_file.Open());
        var after = LongHistory.PlaceOf(10_000);
        ExecutionQuery[] queries =
        [
            new(), new() { WorkflowId = "workflow-7" }, new() { UserId = "user-7" }, new() { UserId = "user-7", WorkflowId = "workflow-7" }, new() { Trigger = ExecutionTrigger.Api },
            new() { ParentId = "run-7" }, new() { Statuses = [ExecutionStatus.Failed] }, new() { Statuses = [ExecutionStatus.Failed, ExecutionStatus.Running], UserId = "user-7" },
            new() { From = new DateTimeOffset(LongHistory.Begin, default), To = new DateTimeOffset(LongHistory.Begin + TimeSpan.TicksPerHour, default) },
            new() { Tags = ["tag-7"] }, new() { Tags = ["tag-7", "seldom"], After = after }, new() { Tags = ["tag-7"], WorkflowId = "workflow-7", Statuses = [ExecutionStatus.Failed, ExecutionStatus.Running] },
            new() { Tags = ["tag-7"], UserId = "user-7", From = new DateTimeOffset(LongHistory.Begin, default) }, new() { Tags = ["tag-7"], ParentId = "run-7" },
            new() { After = after }, new() { WorkflowId = "workflow-7", After = after }, new() { UserId = "user-7", After = after }, new() { Trigger = ExecutionTrigger.Api, After = after },
        ];

        foreach (var query in queries)
        {
            var plan = Plan(query);
            var story = $"{query}\n{string.Join('\n', plan)}";

            foreach (var line in plan.Where(static line => new[] { " workflowkit_executions", " tagged", " other", " few" }.Any(table => line.Contains(table, StringComparison.Ordinal)))) line.ShouldContain(" USING ", customMessage: story);
            // Of some stretches that are merged, each gives no more than a page; only that is put in order.
            var isMerged = plan.Contains("COMPOUND QUERY");
            // Of several tags, the rarest is chosen by putting their counts in order.
            plan.Count(static line => line.Contains("TEMP B-TREE", StringComparison.Ordinal)).ShouldBe(isMerged ? 2 : query is { Tags.Count: > 1, ParentId: null } ? 1 : 0, story);
            if (isMerged) plan.SkipWhile(static line => line != "COMPOUND QUERY").TakeWhile(static line => line != "SCAN found").ShouldNotContain(static line => line.Contains("B-TREE"), story);
        }
    }

    [Fact]
    public async Task Of_several_tags_the_executions_of_the_rarest_are_gone_through()
    {
        await MakeAsync(_file.Open());
        Fill(20_000);
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO workflowkit_tags (execution, tag, created) SELECT key, tag, created_at FROM workflowkit_executions, (SELECT 'frequent' AS tag UNION ALL SELECT 'seldom') WHERE tag = 'frequent' OR key % 1000 = 7";
        command.ExecuteNonQuery().ShouldBe(20_020);

        var alone = Steps(connection, "seldom", "seldom");
        var last = Steps(connection, "frequent", "seldom");
        var first = Steps(connection, "seldom", "frequent");

        last.Rows.ShouldBe(20);
        first.Rows.ShouldBe(20);
        // Counting the frequent one up to a thousand is all that it costs more.
        last.Steps.ShouldBeLessThan(alone.Steps + 10_000);
        first.Steps.ShouldBeLessThan(alone.Steps + 10_000);
    }

    [Fact]
    public void A_page_of_a_time_begins_at_its_place_and_is_not_read_from_the_end_of_the_time()
    {
        var query = new ExecutionQuery { To = new DateTimeOffset(LongHistory.Begin + TimeSpan.TicksPerDay, default) };

        SqliteExecutionStore.History.Page(query).Sql.ShouldContain("created_at < ");
        SqliteExecutionStore.History.Page(query with { After = LongHistory.PlaceOf(10_000) }).Sql.ShouldNotContain("created_at < ");
        SqliteExecutionStore.History.Page(query with { After = LongHistory.PlaceOf(1_000_000) }).Sql.ShouldContain("created_at < ", customMessage: "the place is behind the end");
    }

    [Fact]
    public async Task The_first_page_and_one_deep_in_the_past_are_found_among_many()
    {
        var store = _file.Open();
        await MakeAsync(store);
        Fill(LongHistory.Count);

        foreach (var (name, query) in LongHistory.Queries) output.WriteLine(await LongHistory.ReadAsync(store, name, query));
    }

    private static async Task MakeAsync(SqliteExecutionStore store) => await store.QueryAsync(new ExecutionQuery());

    /// <summary>Finished executions, one each second, whose ids are in the order of their coming.</summary>
    private void Fill(int count)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
            INSERT INTO workflowkit_executions (id, workflow_id, workflow_name, definition_hash, user_id, started_by, concurrency_limit, created_at, status)
            SELECT printf('run-%08d', n), 'workflow-' || (n % 10), 'Name', 'hash', CASE WHEN n % 3 > 0 THEN 'user-' || (n % 10) END,
              CASE n % 3 WHEN 0 THEN 'manual' WHEN 1 THEN 'api' ELSE 'scheduled' END, 0, {LongHistory.Begin} + n * 10000000, CASE WHEN n % 4 = 0 THEN 'failed' ELSE 'completed' END
            FROM numbers
            """);
        command.ExecuteNonQuery().ShouldBe(count);
        command.CommandText = "INSERT INTO workflowkit_tags (execution, tag, created) SELECT key, 'tag-' || (key % 10), created_at FROM workflowkit_executions";
        command.ExecuteNonQuery().ShouldBe(count);
    }

    /// <summary>How many rows a page of two tags has, and how much work it is for the database.</summary>
    private static (int Rows, int Steps) Steps(SqliteConnection connection, params string[] tags)
    {
        var (sql, values) = SqliteExecutionStore.History.Page(new ExecutionQuery { Tags = tags });
        raw.sqlite3_prepare_v2(connection.Handle!, sql, out var statement).ShouldBe(raw.SQLITE_OK);
        using (statement)
        {
            for (var index = 0; index < values.Count; index++) raw.sqlite3_bind_text(statement, index + 1, (string)values[index]).ShouldBe(raw.SQLITE_OK);
            var rows = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) rows++;
            return (rows, raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0));
        }
    }

    private List<string> Plan(ExecutionQuery query)
    {
        var (sql, values) = SqliteExecutionStore.History.Page(query);
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        for (var index = 0; index < values.Count; index++) command.Parameters.AddWithValue($"${index + 1}", values[index]);
        var lines = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) lines.Add(reader.GetString(3));
        return lines;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=false");
        connection.Open();
        return connection;
    }
}
