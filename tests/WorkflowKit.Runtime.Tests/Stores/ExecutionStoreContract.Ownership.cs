using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task A_living_owner_keeps_its_execution()
    {
        var log = await RunningAsync("a");
        Clock.Advance(Store.LeaseDuration / 2);
        (await Store.RenewAsync("a")).ShouldBeTrue();
        Clock.Advance(Store.LeaseDuration / 2);

        (await DueAsync("b")).ShouldBeEmpty();
        (await Store.ClaimAsync(log.Header.Id, "b")).ShouldBeNull();
        (await Store.ClaimAsync("nobody", "b")).ShouldBeNull();
    }

    [Fact]
    public async Task An_owner_that_did_not_renew_loses_its_execution_and_can_write_nothing_more()
    {
        var log = await RunningAsync("a");
        (await Store.FindDueAsync("b", 0)).NextAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Clock.GetUtcNow() + Store.LeaseDuration);
        Clock.Advance(Store.LeaseDuration);

        (await DueAsync("b")).ShouldBe([log.Header.Id]);
        var taken = await Store.ClaimAsync(log.Header.Id, "b");
        log.Append(Line("too late"));

        await Should.ThrowAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
        await Should.ThrowAsync<ExecutionTakenOverException>(async () => await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed)));
        (await Store.RenewAsync("a")).ShouldBeFalse();
        (await taken!.ReadAsync()).Count.ShouldBe(1);
        (await DueAsync("c")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_stops_gives_everything_back_at_once()
    {
        var log = await RunningAsync("a");

        await Store.ReleaseAsync("a");

        (await DueAsync("b")).ShouldBe([log.Header.Id]);
        log.Append(Line("too late"));
        await Should.ThrowAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
    }

    [Fact]
    public async Task An_execution_that_nobody_owns_waits_for_a_host()
    {
        var created = await Store.CreateAsync(Header(), null);

        created.Log.ShouldBeNull();
        (await DueAsync("b")).ShouldBe([created.Id]);
        (await Store.ClaimAsync(created.Id, "b")).ShouldNotBeNull();
        (await DueAsync("c")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paused_execution_becomes_due_at_its_time_and_not_before()
    {
        var log = await RunningAsync("a");
        var dueAt = Clock.GetUtcNow().AddDays(2);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = dueAt, Release = true });

        (await Store.FindDueAsync("b", 10)).ShouldSatisfyAllConditions(due => due.Ids.ShouldBeEmpty(), due => due.NextAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(dueAt));
        Clock.Advance(TimeSpan.FromDays(2));

        (await DueAsync("b")).ShouldBe([log.Header.Id]);
    }

    [Fact]
    public async Task A_running_execution_that_is_given_up_until_a_time_is_due_then_and_not_before()
    {
        var log = await RunningAsync("a");
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { DueAt = Clock.GetUtcNow().AddSeconds(5), Release = true });

        (await DueAsync("b")).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromSeconds(5));
        (await DueAsync("b")).ShouldBe([log.Header.Id]);

        var again = (await Store.ClaimAsync(log.Header.Id, "b")).ShouldNotBeNull();
        again.ClaimsWithoutProgress.ShouldBe(0, "giving it up was no crash");
        await again.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        again.DueAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_timer_that_was_overtaken_wakes_nobody()
    {
        var log = await RunningAsync("a");
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = Clock.GetUtcNow().AddHours(1), Release = true });
        var again = await Store.ClaimAsync(log.Header.Id, "a");
        await again!.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { DueAt = Clock.GetUtcNow().AddHours(3), Release = true });

        Clock.Advance(TimeSpan.FromHours(1));
        (await DueAsync("b")).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromHours(2));
        (await DueAsync("b")).ShouldBe([log.Header.Id]);
    }

    [Fact]
    public async Task Claims_after_crashes_without_progress_are_counted()
    {
        var log = await RunningAsync("host0");
        for (var crash = 1; crash < 5; crash++)
        {
            Clock.Advance(Store.LeaseDuration);
            log = await Store.ClaimAsync(log.Header.Id, $"host{crash}");
            log!.ClaimsWithoutProgress.ShouldBe(crash - 1);
            log.Append(new ExecutionResumed(Clock.GetUtcNow(), PauseReason.Recovery));
            log.Append(new StepStarted(Clock.GetUtcNow(), new StepInfo("kill", "test.kill"), "kill", crash));
            await log.CommitAsync();
        }

        log.Append(Line("work"));
        await log.CommitAsync();
        Clock.Advance(Store.LeaseDuration);

        (await Store.ClaimAsync(log.Header.Id, "last"))!.ClaimsWithoutProgress.ShouldBe(0);
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

        log.ClaimsWithoutProgress.ShouldBe(0);
    }
}
