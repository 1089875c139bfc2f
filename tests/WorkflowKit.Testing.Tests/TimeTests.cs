using WorkflowKit.Testing.Tests.Support;

namespace WorkflowKit.Testing.Tests;

public sealed class TimeTests
{
    [Fact]
    public async Task A_wait_of_two_days_is_over_when_two_days_have_passed_and_not_before()
    {
        await using var host = await Orders.HostAsync(Orders.Reminded);
        var id = await host.StartAsync("reminded");

        await host.AdvanceAsync(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        (await host.UntilPausedAsync(id)).StepResults.ShouldContain(step => step.StepId == "ship" && step.Status == StepStatus.Pending);
        await host.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await host.GetAsync(id)).ShouldHaveCompleted().ShouldHaveRun("rest", "ship");
    }

    [Fact]
    public async Task Time_passes_by_itself_until_the_end()
    {
        await using var host = await Orders.HostAsync(Orders.Reminded);
        var before = host.Time.GetUtcNow();

        (await host.RunAsync("reminded")).ShouldHaveCompleted().Duration.ShouldBe(TimeSpan.FromDays(2));

        host.Time.GetUtcNow().ShouldBe(before.AddDays(2));
    }

    [Fact]
    public async Task Retries_come_when_the_definition_says()
    {
        await using var host = await Orders.HostAsync(Orders.Retried);
        host.Fake("billing.charge", call => new { chargeId = "ch" }).FailFirst(2);

        (await host.RunAsync("retried")).ShouldHaveCompleted().Duration.ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Time_stands_still_for_a_person()
    {
        await using var host = await Orders.HostAsync(Orders.Approved);

        var record = await host.RunAsync("approved");
        record.ShouldWaitForInput("approve");
        host.Time.GetUtcNow().ShouldBe(record.CreatedAt.AddDays(1));
        await host.SupplyInputAsync(record.Id, "approve", new { ok = true }, by: "bob");

        record = await host.GetAsync(record.Id);
        record.ShouldHaveCompleted().ShouldHaveRun("approve", "ship");
        record.Story().ShouldContain("approve was answered by bob: {\"ok\":true}");
    }

    [Fact]
    public async Task The_time_of_a_person_runs_out_when_the_test_lets_it()
    {
        await using var host = await Orders.HostAsync(Orders.Approved);
        var record = await host.RunAsync("approved");

        await host.AdvanceAsync(TimeSpan.FromDays(2));

        (await host.GetAsync(record.Id)).ShouldHaveFailed("approve");
    }

    [Fact]
    public async Task A_child_that_waits_for_a_person_stops_time_for_its_parent()
    {
        await using var host = await Orders.HostAsync(Orders.Approved, Orders.Parent);
        var id = await host.StartAsync("parent");

        (await host.RunToEndAsync(id)).Status.ShouldNotBe(ExecutionStatus.Completed);

        var child = (await host.Engine.QueryAsync(new() { ParentId = id }, TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();
        await host.UntilWaitsForInputAsync(child.Id, "approve");
        await host.SupplyInputAsync(child.Id, "approve", new { ok = false });
        (await host.RunToEndAsync(id)).ShouldHaveCompleted();
    }

    [Fact]
    public async Task An_execution_that_somebody_paused_stays_paused()
    {
        await using var host = await Orders.HostAsync(Orders.Reminded);
        var id = await host.StartAsync("reminded");
        await host.Engine.PauseAsync(id, cancellationToken: TestContext.Current.CancellationToken);

        (await host.RunToEndAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
    }

    [Fact]
    public async Task What_is_expected_and_does_not_come_is_told_with_the_story()
    {
        await using var host = await Orders.HostAsync(Orders.Reminded, Orders.Retried);
        host.Fake("billing.charge", call => new { chargeId = "ch" });
        var waiting = await host.StartAsync("reminded");
        var done = await host.StartAsync("retried");

        (await Should.ThrowAsync<WorkflowAssertionException>(() => host.UntilWaitsForInputAsync(waiting))).Message.ShouldContain("it waits for nobody");
        (await Should.ThrowAsync<WorkflowAssertionException>(() => host.UntilPausedAsync(done))).Message.ShouldContain("charge completed");
        await Should.ThrowAsync<ExecutionNotFoundException>(() => host.GetAsync("nobody"));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => host.AdvanceAsync(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task A_host_that_does_not_come_to_rest_fails_the_test_with_the_story()
    {
        await using var host = await Orders.HostAsync(Orders.Retried);
        host.Patience = TimeSpan.FromMilliseconds(50);
        var never = new TaskCompletionSource();
        host.Fake("billing.charge", async call =>
        {
            // Not WaitAsync: to the host the step is at work.
            await never.Task.WaitAsync(call.CancellationToken);
            return null;
        });

        var error = await Should.ThrowAsync<WorkflowAssertionException>(() => host.StartAsync("retried"));

        error.Message.ShouldContain("does not come to rest");
        error.Message.ShouldContain("charge began");
        Should.Throw<ArgumentOutOfRangeException>(() => host.Patience = TimeSpan.Zero);
    }

    [Fact]
    public async Task A_fake_that_gets_no_signal_keeps_the_execution_from_its_end()
    {
        await using var host = await Orders.HostAsync(Orders.Retried);
        host.Patience = TimeSpan.FromMilliseconds(50);
        host.Fake("billing.charge", async call =>
        {
            await call.WaitAsync(new TaskCompletionSource().Task);
            return null;
        });

        (await Should.ThrowAsync<WorkflowAssertionException>(() => host.RunAsync("retried"))).Message.ShouldContain("a fake waits for a signal");
    }

    [Fact]
    public async Task The_test_says_when_it_is()
    {
        var christmas = new DateTimeOffset(2030, 12, 24, 18, 0, 0, TimeSpan.Zero);
        await using var host = await WorkflowTestHost.StartAsync(kit => kit.AddStep<Ship>().AddDefinition(Orders.Reminded), new VirtualTime(christmas));

        (await host.RunAsync("reminded")).CompletedAt.ShouldBe(christmas.AddDays(2));
    }
}
