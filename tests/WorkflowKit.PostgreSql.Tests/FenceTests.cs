using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>What spares a host the question for each execution whether it still has it.</summary>
public sealed class FenceTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    [Fact]
    public async Task A_host_has_the_same_fence_until_an_execution_is_taken_from_it()
    {
        var store = Database.Open();
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        await store.CreateAsync(Header("two"), "owner");
        var before = await FenceAsync();
        log.Append(Line("x"));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Cancelled));

        var after = await FenceAsync();
        await store.ClaimAsync("two", "owner");

        after.ShouldBe(before);
        (await FenceAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_host_that_is_entered_again_after_its_row_was_removed_has_a_fence_that_nobody_had()
    {
        var store = Database.Open();
        var old = (await store.CreateAsync(Header("one"), "owner")).Log!;
        await Database.AskAsync("UPDATE $.executions SET owner = 'another', epoch = epoch + 1; DELETE FROM $.hosts");
        await store.CreateAsync(Header("two"), "owner");

        old.Append(Line("too late"));

        await Should.ThrowAsync<ExecutionTakenOverException>(async () => await old.CommitAsync());
    }

    [Fact]
    public async Task A_host_keeps_its_fence_where_another_wants_what_it_has_in_vain()
    {
        await Database.Open().CreateAsync(Header("one"), "owner");
        var before = await FenceAsync();

        (await Database.Open().ClaimAsync("one", "other")).ShouldBeNull();

        (await FenceAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_host_is_not_held_up_by_another_that_wants_what_it_has_in_vain()
    {
        await Database.Open().CreateAsync(Header("one"), "owner");
        await using var writer = await Database.ConnectAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock_shared({HostLock})", writer)) await command.ExecuteNonQueryAsync();

        var claim = Database.Open().ClaimAsync("one", "other").AsTask();

        while (!claim.IsCompleted) (await IsWaitedForAsync()).ShouldBeFalse("whoever waits for the lock holds up those who come after");
        (await claim).ShouldBeNull();
    }

    [Fact]
    public async Task A_host_whose_execution_is_taken_while_it_waits_to_write_writes_nothing_whatever_isolation_the_server_prefers()
    {
        var store = Database.Open(configure: static options => options.ConnectionString += @";Options=-c default_transaction_isolation=repeatable\ read");
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        log.Append(Line("first"));
        await log.CommitAsync();
        await using var taker = await Database.ConnectAsync();
        await using var transaction = await taker.BeginTransactionAsync();
        var taking = Database.Qualify(
            $"SELECT pg_advisory_xact_lock({HostLock}); UPDATE $.hosts SET fence = nextval('$.fences'); UPDATE $.executions SET owner = 'another', epoch = epoch + 1");
        await using (var command = new NpgsqlCommand(taking, taker)) await command.ExecuteNonQueryAsync();
        log.Append(Line("too late"));
        var commit = log.CommitAsync().AsTask();
        await Poll.UntilAsync(IsWaitedForAsync, TimeSpan.FromMinutes(1), () => new("The commit never came to the lock."));

        await transaction.CommitAsync();

        await Should.ThrowAsync<ExecutionTakenOverException>(commit);
        (await Database.AskAsync("SELECT count(*) FROM $.entries")).ShouldBe(1L);
    }

    [Fact]
    public async Task What_a_host_is_asked_for_is_found_by_an_index_of_that_alone_however_many_executions_it_has()
    {
        await Database.Open().CreateAsync(Header("one"), "owner");
        await Database.AskAsync(
            """
            INSERT INTO $.executions (id, workflow_id, workflow_name, definition_hash, started_by, concurrency_limit, created_at, status, owner, epoch)
            SELECT 'run-' || n, 'orders', 'Orders', 'hash', 'api', 0, n, 'running', 'owner', 1 FROM generate_series(1, 20000) AS n;
            ANALYZE $.executions
            """);

        var plan = await PlanAsync();

        plan.ShouldContain("executions_asked");
        plan.ShouldNotContain("executions_by_owner");
        plan.ShouldNotContain("Seq Scan");
    }

    private long HostLock => new PostgreSqlNames(Database.Schema).LockKey("host", "owner");

    private async ValueTask<bool> IsWaitedForAsync() => await Database.AskAsync(
        $"SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory' AND ((classid::bigint << 32) | objid::bigint) = {HostLock})") is true;

    private async Task<long> FenceAsync() => (long)(await Database.AskAsync("SELECT fence FROM $.hosts WHERE id = 'owner'"))!;

    /// <summary>The plan of a batch, as the connection that writes them makes it.</summary>
    private async Task<string> PlanAsync()
    {
        await using var connection = await Database.ConnectAsync();
        var batch = LogBatch.WriteBehindFence.Replace("workflowkit.", $"{Database.Schema}.", StringComparison.Ordinal);
        await using (var prepare = new NpgsqlCommand($"SET plan_cache_mode = force_generic_plan; PREPARE batch (text[], bigint[], int[], text[]) AS {batch}", connection))
            await prepare.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand("EXPLAIN EXECUTE batch ('{owner}', '{1}', '{1}', '{x}')", connection);
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
