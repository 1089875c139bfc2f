using System.Globalization;
using Npgsql;
using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>One database in the hands of several hosts, each with a store of its own.</summary>
public sealed class SharedDatabaseTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    [Fact]
    public async Task Of_two_hosts_that_claim_the_same_executions_each_gets_its_own()
    {
        PostgreSqlExecutionStore[] stores = [Database.Open(), Database.Open()];
        for (var number = 0; number < 20; number++) await stores[0].CreateAsync(Header($"run-{number}"), null);

        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () => await stores[number % 2].ClaimAsync($"run-{number / 2}", $"host-{number % 2}"))));

        for (var number = 0; number < 20; number++)
        {
            var log = new[] { claims[2 * number], claims[(2 * number) + 1] }.Where(claim => claim is not null).ShouldHaveSingleItem()!;
            log.Append(Line("mine"));
            await log.CommitAsync();
        }
    }

    [Fact]
    public async Task Of_two_hosts_that_start_the_same_at_once_one_makes_it_and_the_other_finds_it()
    {
        PostgreSqlExecutionStore[] stores = [Database.Open(), Database.Open()];

        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(async () => await stores[number % 2].CreateAsync(Header($"run-{number}", startKey: "k"), $"host-{number % 2}"))));

        var made = created.Where(one => one.IsNew).ShouldHaveSingleItem();
        made.Log.ShouldNotBeNull();
        created.ShouldAllBe(one => one.Id == made.Id);
    }

    [Fact]
    public async Task A_control_from_another_host_reaches_the_owner_when_it_looks_for_work()
    {
        var owner = Database.Open();
        var created = await owner.CreateAsync(Header("one"), "owner");

        await Database.Open().AddControlAsync(new ControlRequest(created.Id, ControlKind.Cancel, DateTimeOffset.UtcNow));

        (await owner.FindDueAsync("owner", 10)).Ids.ShouldBe([created.Id]);
        created.Log!.PendingControl.ShouldBe(1);
        (await owner.FindDueAsync("owner", 10)).Ids.ShouldBeEmpty("it was told once");
        (await created.Log.ReadControlsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(ControlKind.Cancel);
    }

    [Fact]
    public async Task A_request_that_is_sent_twice_is_stored_once()
    {
        var store = Database.Open();
        var created = await store.CreateAsync(Header("one"), "owner");
        var id = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            (await store.AddControlAsync(new ControlRequest(created.Id, ControlKind.Cancel, DateTimeOffset.UtcNow) { Id = id })).ShouldBeTrue())));

        (await created.Log!.ReadControlsAsync()).ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task Many_children_that_end_at_once_all_tell_their_parent()
    {
        PostgreSqlExecutionStore[] stores = [Database.Open(), Database.Open()];
        var parents = await Task.WhenAll(stores.Select(async (store, number) => (await store.CreateAsync(Header($"parent-{number}"), $"host-{number}")).Log!));
        var children = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number => (await stores[number % 2].CreateAsync(Header($"child-{number:00}"), $"host-{number % 2}")).Log!));
        await Task.WhenAll(children.Concat(parents).Select(log => log.CommitAsync(new ExecutionChange(ExecutionStatus.Running)).AsTask()));

        // Each tells both, so that the hosts write to each other's rows.
        await Task.WhenAll(children.Select((child, number) => Task.Run(async () =>
        {
            await child.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { Notify = Ended(parents[number % 2], child) });
            await child.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { Notify = Ended(parents[(number + 1) % 2], child) });
        })));

        foreach (var parent in parents)
        {
            await stores[0].FindDueAsync("host-0", 10);
            await stores[1].FindDueAsync("host-1", 10);
            var told = await parent.ReadControlsAsync();
            told.Select(request => request.ChildId).Order().ShouldBe(children.Select(child => child.Header.Id).Order());
            told.Select(request => request.Ordinal).ShouldBe(Enumerable.Range(1, 40).Select(number => (long)number));
        }
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        PostgreSqlExecutionStore[] stores = [Database.Open(), Database.Open()];

        var logs = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number => (await stores[number % 2].CreateAsync(Header($"run-{number}"), $"host-{number % 2}")).Log!));
        await Task.WhenAll(logs.Select(log => Task.Run(async () =>
        {
            for (var line = 0; line < 25; line++)
            {
                log.Append(Line($"line {line}"));
                await log.CommitAsync();
            }
        })));

        foreach (var log in logs)
            (await stores[0].ReadAsync(log.Header.Id, 0, 100)).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 25).Select(number => (long)number));
    }

    [Fact]
    public async Task The_others_of_a_batch_go_on_where_one_was_taken_over()
    {
        var store = Database.Open();
        var logs = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number => (await store.CreateAsync(Header($"run-{number}"), "owner")).Log!));
        await store.ClaimAsync("run-3", "owner");

        foreach (var log in logs) log.Append(Line("x"));
        var commits = logs.Select(log => log.CommitAsync(new ExecutionChange(ExecutionStatus.Running)).AsTask()).ToList();
        await Task.WhenAny(Task.WhenAll(commits));

        commits.Where(commit => commit.IsFaulted).ShouldHaveSingleItem().Exception!.InnerException.ShouldBeOfType<ExecutionTakenOverException>();
        (await Database.AskAsync("SELECT count(*) FROM $.entries")).ShouldBe(9L);
        (await Database.AskAsync("SELECT count(*) FROM $.executions WHERE status = 'running'")).ShouldBe(9L);
    }

    [Fact]
    public async Task A_host_that_looks_takes_up_what_a_dead_one_left_by_the_servers_clock()
    {
        var store = Database.Open();
        var created = await store.CreateAsync(Header("one"), "gone");
        var next = Database.Open();
        (await next.FindDueAsync("next", 10)).Ids.ShouldBeEmpty();

        await Database.AskAsync("UPDATE $.hosts SET valid_until = $.ticks_now(NULL) - 1");

        (await next.FindDueAsync("next", 10)).Ids.ShouldBe([created.Id]);
        (await store.RenewAsync("gone")).ShouldBeFalse();
        (await next.ClaimAsync(created.Id, "next")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("SELECT pg_advisory_xact_lock_shared({0})")]
    [InlineData("UPDATE $.hosts SET lease = lease")]
    [InlineData("SELECT 1 FROM $.executions FOR NO KEY UPDATE")]
    public async Task A_host_that_stood_still_while_it_sent_statements_is_not_waited_for(string firstStatement)
    {
        var created = await Database.Open().CreateAsync(Header("one"), "gone");
        await Database.AskAsync("UPDATE $.hosts SET valid_until = $.ticks_now(NULL) - 1");
        await using var standing = new NpgsqlConnection($"{Database.ConnectionString};Pooling=false;Application Name=WorkflowKit");
        await standing.OpenAsync();
        await using var transaction = await standing.BeginTransactionAsync();
        var statement = string.Format(CultureInfo.InvariantCulture, Database.Qualify(firstStatement), new PostgreSqlNames(Database.Schema).LockKey("host", "gone"));
        await using (var command = new NpgsqlCommand(statement, standing)) await command.ExecuteNonQueryAsync();
        var next = Database.Open(configure: static options => options.LeaseDuration = TimeSpan.FromSeconds(2));

        await Poll.UntilAsync(async () => (await next.FindDueAsync("next", 10)).Ids.Count > 0, TimeSpan.FromMinutes(1), () => new("It is waited for."));

        (await next.ClaimAsync(created.Id, "next")).ShouldNotBeNull();
        await Should.ThrowAsync<NpgsqlException>(async () => await transaction.CommitAsync());
    }

    [Fact]
    public async Task A_host_with_a_short_lease_leaves_one_with_a_long_lease_alone()
    {
        var owner = Database.Open(configure: static options => options.LeaseDuration = TimeSpan.FromMinutes(10));
        var created = await owner.CreateAsync(Header("one"), "owner");
        var hasty = Database.Open(configure: static options => options.LeaseDuration = TimeSpan.FromSeconds(2));

        (await hasty.FindDueAsync("hasty", 10)).Ids.ShouldBeEmpty();
        (await hasty.ClaimAsync(created.Id, "hasty")).ShouldBeNull();

        (await owner.RenewAsync("owner")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_lease_is_renewed_while_the_pool_is_used_up()
    {
        var store = Database.Open(configure: options => options.ConnectionString += ";Maximum Pool Size=1;Timeout=1");
        await store.CreateAsync(Header("one"), "owner");
        await using var holder = await Database.ConnectAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(Database.Qualify("LOCK TABLE $.inputs"), holder)) await command.ExecuteNonQueryAsync();
        var waiting = store.CreateAsync(Header("two"), "owner").AsTask();

        (await store.RenewAsync("owner")).ShouldBeTrue();

        waiting.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();
        (await waiting).IsNew.ShouldBeTrue();
    }

    private static ControlRequest Ended(IExecutionLog parent, IExecutionLog child) => new(parent.Header.Id, ControlKind.ChildEnded, DateTimeOffset.UtcNow) { ChildId = child.Header.Id };
}
