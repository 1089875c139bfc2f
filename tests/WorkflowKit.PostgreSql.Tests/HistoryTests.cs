using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.TestServers;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A page of history costs the same however much the table holds.</summary>
public sealed class HistoryTests(PostgreSqlFixture server, ITestOutputHelper output) : DatabaseTests(server)
{
    [Fact]
    public async Task Pages_are_read_from_an_index_in_its_order()
    {
        await Database.Open().CreateAsync(Header("first"), null);
        await Database.AskAsync(
            """
            INSERT INTO $.executions (id, workflow_id, workflow_name, definition_hash, user_id, started_by, parent_id, concurrency_limit, created_at, status)
            SELECT 'run-' || n, 'workflow-' || n % 40, 'Name', 'hash', CASE WHEN n % 3 = 0 THEN NULL ELSE 'user-' || n % 30 END, (ARRAY['manual', 'api', 'scheduled'])[n % 3 + 1],
              CASE WHEN n % 5 = 0 THEN 'run-' || n / 100 END, 0, 638000000000000000 + n::bigint * 10000000, (ARRAY['completed', 'failed', 'running', 'cancelled'])[n % 4 + 1]
            FROM generate_series(1, 20000) AS n;
            INSERT INTO $.tags (execution, tag, created) SELECT key, 'tag-' || key % 20, created_at FROM $.executions;
            INSERT INTO $.tags (execution, tag, created) SELECT key, 'seldom', created_at FROM $.executions WHERE key % 1000 = 7;
            ANALYZE $.executions;
            ANALYZE $.tags
            """);
        ExecutionQuery[] queries =
        [
            new(), new() { WorkflowId = "workflow-7" }, new() { UserId = "user-7" }, new() { UserId = "user-7", WorkflowId = "workflow-7" }, new() { Trigger = ExecutionTrigger.Api },
            new() { ParentId = "run-7" }, new() { Statuses = [ExecutionStatus.Failed] }, new() { Statuses = [ExecutionStatus.Failed, ExecutionStatus.Running], UserId = "user-7" },
            new() { From = new DateTimeOffset(638000000500000000, default), To = new DateTimeOffset(638000100000000000, default) },
            new() { Tags = ["tag-7"] }, new() { Tags = ["seldom", "tag-7"], After = "638000100000000000-10000" }, new() { Tags = ["tag-7"], Statuses = [ExecutionStatus.Failed, ExecutionStatus.Running] },
            new() { Tags = ["tag-7"], ParentId = "run-7" },
            new() { After = "638000100000000000-10000" }, new() { WorkflowId = "workflow-7", After = "638000100000000000-10000" },
            new() { UserId = "user-7", After = "638000100000000000-10000" }, new() { Trigger = ExecutionTrigger.Api, After = "638000100000000000-10000" },
            new() { Statuses = [ExecutionStatus.Failed], After = "638000100000000000-10000" },
        ];

        foreach (var query in queries)
        {
            var plan = await PlanAsync(query);

            plan.ShouldNotContain("Seq Scan", customMessage: query.ToString());
            plan.ShouldContain("Index", customMessage: query.ToString());
            // What is merged from some stretches, or counted, may be put in order; not the table.
            foreach (var line in plan.Split('\n').Where(line => line.Contains("Sort  (", StringComparison.Ordinal)))
                int.Parse(line.Split("rows=")[^1].Split(' ')[0], null).ShouldBeLessThanOrEqualTo(1_000, plan);
        }
    }

    [Fact]
    public async Task Of_several_tags_the_executions_of_the_rarest_are_gone_through()
    {
        var store = Database.Open();
        await store.QueryAsync(new ExecutionQuery());
        await FillAsync(20_000);
        await Database.AskAsync(
            """
            INSERT INTO $.tags (execution, tag, created) SELECT key, 'frequent', created_at FROM $.executions;
            INSERT INTO $.tags (execution, tag, created) SELECT key, 'seldom', created_at FROM $.executions WHERE key % 1000 = 7;
            ANALYZE $.tags
            """);

        foreach (var tags in new[] { new[] { "frequent", "seldom" }, ["seldom", "frequent"] })
        {
            var plan = await PlanAsync(new ExecutionQuery { Tags = tags });

            (await store.QueryAsync(new ExecutionQuery { Tags = tags })).Items.Count.ShouldBe(20);
            plan.ShouldNotContain("Seq Scan", customMessage: plan);
            // The frequent one is counted up to a thousand, and not gone through.
            foreach (Match line in Regex.Matches(plan, "actual rows=([0-9]+)[.0-9]* loops=([0-9]+)"))
                (int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * int.Parse(line.Groups[2].ValueSpan, CultureInfo.InvariantCulture)).ShouldBeLessThan(1_100, plan);
        }
    }

    [Fact]
    public async Task The_first_page_and_one_deep_in_the_past_are_found_among_many()
    {
        var store = Database.Open();
        await store.QueryAsync(new ExecutionQuery());
        var start = Stopwatch.GetTimestamp();
        await FillAsync(LongHistory.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));

        foreach (var (name, query) in LongHistory.Queries) output.WriteLine(await LongHistory.ReadAsync(store, name, query));
    }

    private async Task FillAsync(int count)
    {
        await using var connection = await Database.ConnectAsync();
        await using var command = new NpgsqlCommand(
            Database.Qualify(
                """
                INSERT INTO $.executions (id, workflow_id, workflow_name, definition_hash, user_id, started_by, concurrency_limit, created_at, status)
                SELECT 'run-' || lpad(n::text, 8, '0'), 'workflow-' || n % 10, 'Name', 'hash', CASE WHEN n % 3 > 0 THEN 'user-' || n % 10 END, (ARRAY['manual', 'api', 'scheduled'])[n % 3 + 1], 0,
                  638000000000000000 + n::bigint * 10000000, CASE WHEN n % 4 = 0 THEN 'failed' ELSE 'completed' END
                FROM generate_series(1, @count) AS n;
                INSERT INTO $.tags (execution, tag, created) SELECT key, 'tag-' || right(id, 1), created_at FROM $.executions;
                ANALYZE $.executions;
                ANALYZE $.tags
                """),
            connection) { CommandTimeout = 0, Parameters = { new("count", count) } };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> PlanAsync(ExecutionQuery query)
    {
        var (sql, values) = PostgreSqlExecutionStore.History.Page(query);
        await using var connection = await Database.ConnectAsync();
        await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, TIMING OFF) " + sql.Replace("workflowkit.", $"{Database.Schema}.", StringComparison.Ordinal), connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
