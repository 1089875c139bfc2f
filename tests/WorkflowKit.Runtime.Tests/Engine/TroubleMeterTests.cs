using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.Tests.Engine;

/// <summary>What goes wrong around executions, counted. No other test runs beside these, so the numbers are theirs.</summary>
[Collection(UnwatchedTests.Name)]
public sealed class TroubleMeterTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly MeterRecorder _meter = new();

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task An_execution_whose_host_is_gone_counts_as_recovered_once()
    {
        var dead = new EngineHost(crashPoints: new Death(CrashPoint.BeforeFlush, 2));
        dead.Registry.Add(Workflows.Sequence("flow", "a", "b", "c"));
        var id = await dead.StartAsync("flow");
        await dead.RestAsync();

        await using var next = new EngineHost(dead);
        await next.Implementation.EnsureStartedAsync();
        await next.PassTimeUntilAsync(TimeSpan.FromSeconds(10), id, ExecutionStatus.Completed);

        Count("workflowkit.recoveries").ShouldBe(["workflowkit.recoveries 1 workflowkit.workflow.id=flow"]);
    }

    [Fact]
    public async Task An_execution_that_waits_for_a_person_is_not_recovered_when_another_host_takes_it_up()
    {
        var first = new EngineHost();
        first.Registry.Add(Workflows.Asking("flow"));
        var paused = await first.RunAsync("flow");
        await first.DisposeAsync();

        await using var next = new EngineHost(first);
        await next.Engine.SupplyInputAsync(paused.Id, "ask", EngineHost.Json("""{"approved":true}"""), cancellationToken: EngineHost.Token);
        await next.UntilAsync(paused.Id, ExecutionStatus.Completed);

        Count("workflowkit.recoveries").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_that_was_renewed_too_late_is_counted()
    {
        var standsStill = new TaskCompletionSource();
        await using var slow = new EngineHost(crashPoints: new Moment(CrashPoint.BeforeRenew, _ => new(standsStill.Task)));
        await using var other = new EngineHost(slow);
        slow.Registry.Add(Workflows.Sequence("flow", "a"));
        var isFirst = true;
        slow.Script.On("a", async (_, _) =>
        {
            if (isFirst) await new TaskCompletionSource().Task;
            return "a";
        });
        var id = await slow.StartAsync("flow");
        await slow.UntilStartedAsync(id, "a");
        await Poll.UntilAsync(() => slow.Implementation.Core.Heartbeat.SinceRenewal is not null, TimeSpan.FromSeconds(20), () => new("The heart does not beat."), EngineHost.Token);
        isFirst = false;

        slow.Time.Advance(Lease);
        await other.Implementation.EnsureStartedAsync();
        await other.UntilAsync(id, ExecutionStatus.Completed);
        standsStill.SetResult();

        await Poll.UntilAsync(() => Count("workflowkit.lease.losses").Count > 0, TimeSpan.FromSeconds(20), () => new("No lease was lost."), EngineHost.Token);
        Count("workflowkit.lease.losses").ShouldBe(["workflowkit.lease.losses 1"]);
    }

    [Fact]
    public async Task Commits_that_are_tried_again_are_counted()
    {
        var memory = new EngineHost();
        var store = new FailingStore(memory.Store);
        await using var host = new EngineHost(memory, store: store);
        host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        host.Script.On("a", (_, _) =>
        {
            store.Fails = true;
            return new("a");
        });
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, _ => store.Failures > 0);
        Count("workflowkit.store.retries").ShouldBeEmpty();

        await host.UntilAsync(id, _ =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return store.Failures >= 3;
        });
        store.Fails = false;
        await host.UntilAsync(id, record =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return record.Status is ExecutionStatus.Completed;
        });

        // Each failure was followed by a try, the last by one that went well.
        Count("workflowkit.store.retries").Count.ShouldBe(store.Failures);
    }

    private List<string> Count(string instrument) => [.. _meter.Measured.Where(one => one.Split(' ')[0] == instrument)];
}
