using Npgsql;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>Connections that break in the worst moment.</summary>
public sealed class LostConnectionTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    private LossyProxy _proxy = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _proxy = new LossyProxy(new NpgsqlConnectionStringBuilder(Database.ConnectionString).Port);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_known_again()
    {
        var store = OpenThroughProxy();
        var parent = (await store.CreateAsync(Header("parent"), "owner")).Log!;
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        log.Append(Line("first"));
        await log.CommitAsync();
        var change = new ExecutionChange(ExecutionStatus.Running) { Entry = Line("second"), Notify = new ControlRequest("parent", ControlKind.ChildEnded, DateTimeOffset.UtcNow) };
        _proxy.LosesAnswers = true;
        await Should.ThrowAsync<NpgsqlException>(async () => await log.CommitAsync(change));
        _proxy.LosesAnswers = false;
        log.Append(Line("third"));

        await log.CommitAsync(change);

        (await Database.AskAsync("SELECT changes FROM $.executions WHERE id = 'one'")).ShouldBe(1L);
        (await store.ReadAsync("one", 0, 10)).Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        await store.FindDueAsync("owner", 10);
        (await parent.ReadControlsAsync()).Count.ShouldBe(1);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));
        (await store.FindAsync("one"))!.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task An_execution_whose_creation_was_not_answered_is_found_by_its_owner()
    {
        var store = OpenThroughProxy();
        await store.CreateAsync(Header("warm"), "owner");
        _proxy.LosesAnswers = true;
        await Should.ThrowAsync<NpgsqlException>(async () => await store.CreateAsync(Header("one"), "owner"));
        _proxy.LosesAnswers = false;

        (await store.FindDueAsync("owner", 10)).Ids.ShouldBe(["one"]);
        (await store.ClaimAsync("one", "owner")).ShouldNotBeNull();
        (await store.FindDueAsync("owner", 10)).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_execution_that_is_created_long_after_its_connection_broke_is_found_by_its_owner()
    {
        var store = OpenThroughProxy();
        await store.CreateAsync(Header("warm"), "owner");
        await using var holder = await Database.ConnectAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(Database.Qualify("LOCK TABLE $.executions IN EXCLUSIVE MODE"), holder)) await command.ExecuteNonQueryAsync();
        var creation = store.CreateAsync(Header("one"), "owner").AsTask();
        await Poll.UntilAsync(
            async () => await Database.AskAsync("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '$.executions'::regclass)") is true,
            TimeSpan.FromMinutes(1), () => new("The creation never came to the lock."));
        await _proxy.CutAsync();
        await Should.ThrowAsync<NpgsqlException>(creation);
        (await store.FindDueAsync("owner", 10)).Ids.ShouldBeEmpty();

        await transaction.RollbackAsync();

        await Poll.UntilAsync(
            async () => (await store.FindDueAsync("owner", 10)).Ids is ["one"], TimeSpan.FromMinutes(1), () => new("Nobody found the execution."));
        (await store.ClaimAsync("one", "owner")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_connection_that_is_ended_in_a_commit_neither_loses_nor_doubles_an_entry()
    {
        var store = Database.Open(configure: options => options.ConnectionString += $";Application Name={Database.Schema}");
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        log.Append(Line("first"));
        await log.CommitAsync();
        await using var holder = await Database.ConnectAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(Database.Qualify("SELECT 1 FROM $.executions FOR UPDATE"), holder)) await command.ExecuteNonQueryAsync();

        log.Append(Line("second"));
        var commit = log.CommitAsync(new ExecutionChange(ExecutionStatus.Running)).AsTask();
        await Poll.UntilAsync(
            async () => await Database.AskAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '$' AND wait_event_type = 'Lock'") is true,
            TimeSpan.FromMinutes(1), () => new("The commit never came to the lock."));
        await Should.ThrowAsync<NpgsqlException>(commit);
        await transaction.RollbackAsync();
        (await store.ReadAsync("one", 0, 10)).Count.ShouldBe(1);

        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running));

        (await store.ReadAsync("one", 0, 10)).Select(entry => entry.Sequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_store_goes_on_when_its_server_has_crashed_and_is_back()
    {
        await using var own = await PostgreSqlFixture.StartOwnAsync();
        await using var database = new TestDatabase(own.ConnectionString, isShared: false);
        var store = database.Open();
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        log.Append(Line("first"));
        await log.CommitAsync();
        await own.StopAsync(immediately: true);
        log.Append(Line("second"));
        await Should.ThrowAsync<NpgsqlException>(async () => await log.CommitAsync());

        await own.StartAsync();

        await log.CommitAsync();
        (await store.RenewAsync("owner")).ShouldBeTrue();
        (await database.AskAsync("SELECT count(*) FROM $.entries")).ShouldBe(2L);
        (await database.Open().ReadAsync("one", 0, 10)).Select(entry => entry.Sequence).ShouldBe([1, 2]);
    }

    private Stores.PostgreSqlExecutionStore OpenThroughProxy() =>
        Database.Open(configure: options => options.ConnectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Host = "127.0.0.1", Port = _proxy.Port }.ToString());
}
