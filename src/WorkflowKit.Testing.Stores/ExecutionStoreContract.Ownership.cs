using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task A_living_owner_keeps_its_execution()
    {
        var log = await RunningAsync("a");
        Clock.Advance(Store.LeaseDuration / 2);
        Assert.True(await Store.RenewAsync("a"));
        Clock.Advance(Store.LeaseDuration / 2);

        Assert.Empty(await DueAsync("b"));
        Assert.Null(await Store.ClaimAsync(log.Header.Id, "b"));
        Assert.Null(await Store.ClaimAsync("nobody", "b"));
    }

    [Fact]
    public async Task An_owner_that_did_not_renew_loses_its_execution_and_can_write_nothing_more()
    {
        var log = await RunningAsync("a");
        Assert.True((await Store.FindDueAsync("b", 0)).NextAt <= Clock.GetUtcNow() + Store.LeaseDuration);
        Clock.Advance(Store.LeaseDuration);

        Assert.Equal([log.Header.Id], await DueAsync("b"));
        var taken = await Store.ClaimAsync(log.Header.Id, "b");
        log.Append(Line("too late"));

        await Assert.ThrowsAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
        await Assert.ThrowsAsync<ExecutionTakenOverException>(async () => await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed)));
        Assert.False(await Store.RenewAsync("a"));
        Assert.Equal(1, (await taken!.ReadAsync()).Count);
        Assert.Empty(await DueAsync("c"));
    }

    [Fact]
    public async Task A_host_that_stops_gives_everything_back_at_once()
    {
        var log = await RunningAsync("a");

        await Store.ReleaseAsync("a");

        Assert.Equal([log.Header.Id], await DueAsync("b"));
        log.Append(Line("too late"));
        await Assert.ThrowsAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
    }

    [Fact]
    public async Task Who_gave_an_execution_up_can_write_nothing_more()
    {
        var log = await RunningAsync("a");
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { Release = true });

        log.Append(Line("too late"));

        await Assert.ThrowsAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
        Assert.Equal(1, (await Store.ReadAsync(log.Header.Id, 0, 10)).Count);
    }

    [Fact]
    public async Task An_execution_that_its_owner_claims_again_takes_entries_of_the_new_claim_alone()
    {
        var other = await RunningAsync("a");
        var old = await RunningAsync("a");
        var claimed = await Store.ClaimAsync(old.Header.Id, "a");
        foreach (var log in new[] { other, old, claimed! }) log.Append(Line(log == old ? "too late" : "in time"));

        await other.CommitAsync();
        await claimed!.CommitAsync();

        await Assert.ThrowsAsync<ExecutionTakenOverException>(async () => await old.CommitAsync());
        Assert.Equal("in time", ((LogWritten)(await Store.ReadAsync(old.Header.Id, 1, 10)).Single()).Message);
        Assert.Equal(2, (await other.ReadAsync()).Count);
    }

    [Fact]
    public async Task An_execution_that_nobody_owns_waits_for_a_host()
    {
        var created = await Store.CreateAsync(Header(), null);

        Assert.Null(created.Log);
        Assert.Equal([created.Id], await DueAsync("b"));
        Assert.NotNull(await Store.ClaimAsync(created.Id, "b"));
        Assert.Empty(await DueAsync("c"));
    }

    [Fact]
    public async Task Executions_of_definitions_that_a_host_cannot_load_are_not_due_for_it_and_take_no_room()
    {
        var strange = new List<string>();
        for (var count = 0; count < 3; count++) strange.Add((await Store.CreateAsync(Header(hash: "strange"), null)).Id);
        var known = (await Store.CreateAsync(Header(), null)).Id;

        Assert.Equal([known], (await Store.FindDueAsync("b", 2, ["strange", "'other'"])).Ids);
        Assert.Empty((await Store.FindDueAsync("b", 2, ["strange", "hash"])).Ids);
        Assert.Equal(strange.Append(known).Order(), (await DueAsync()).Order());
    }

    [Fact]
    public async Task A_paused_execution_becomes_due_at_its_time_and_not_before()
    {
        var log = await RunningAsync("a");
        var dueAt = Clock.GetUtcNow().AddDays(2);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = dueAt, Release = true });

        var due = await Store.FindDueAsync("b", 10);
        Assert.Empty(due.Ids);
        Assert.True(due.NextAt <= dueAt);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([log.Header.Id], await DueAsync("b"));
    }

    [Fact]
    public async Task A_running_execution_that_is_given_up_until_a_time_is_due_then_and_not_before()
    {
        var log = await RunningAsync("a");
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { DueAt = Clock.GetUtcNow().AddSeconds(5), Release = true });

        Assert.Empty(await DueAsync("b"));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([log.Header.Id], await DueAsync("b"));

        var again = await Store.ClaimAsync(log.Header.Id, "b");
        Assert.NotNull(again);
        Assert.Equal(0, again.ClaimsWithoutProgress);
        await again.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        Assert.Null(again.DueAt);
    }

    [Fact]
    public async Task A_timer_that_was_overtaken_wakes_nobody()
    {
        var log = await RunningAsync("a");
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = Clock.GetUtcNow().AddHours(1), Release = true });
        var again = await Store.ClaimAsync(log.Header.Id, "a");
        await again!.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = Clock.GetUtcNow().AddHours(3), Release = true });

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await DueAsync("b"));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal([log.Header.Id], await DueAsync("b"));
    }

    [Fact]
    public async Task Claims_after_crashes_without_progress_are_counted()
    {
        var log = await RunningAsync("host0");
        for (var crash = 1; crash < 5; crash++)
        {
            Clock.Advance(Store.LeaseDuration);
            log = await Store.ClaimAsync(log.Header.Id, $"host{crash}");
            Assert.Equal(crash - 1, log!.ClaimsWithoutProgress);
            log.Append(new ExecutionResumed(Clock.GetUtcNow(), PauseReason.Recovery));
            log.Append(new StepStarted(Clock.GetUtcNow(), new StepInfo("kill", "test.kill"), "kill", crash));
            await log.CommitAsync();
        }

        log.Append(Line("work"));
        await log.CommitAsync();
        Clock.Advance(Store.LeaseDuration);

        Assert.Equal(0, (await Store.ClaimAsync(log.Header.Id, "last"))!.ClaimsWithoutProgress);
    }

    [Fact]
    public async Task A_claim_after_a_host_stopped_in_order_does_not_count()
    {
        var log = await RunningAsync("a");
        for (var restart = 0; restart < 3; restart++)
        {
            await Store.ReleaseAsync("a");
            log = (await Store.ClaimAsync(log.Header.Id, "a"))!;
        }

        Assert.Equal(0, log.ClaimsWithoutProgress);
    }
}
