using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class PurgeTests
{
    [Fact]
    public async Task A_host_over_a_store_that_outlives_it_purges_soon_after_its_start_and_then_at_its_interval()
    {
        await using var before = new EngineHost();
        before.Registry.Add(Workflows.Sequence("flow", "a"));
        var (first, second) = (await before.RunAsync("flow"), await before.RunAsync("flow", options: new() { StartKey = "k" }));
        await before.DisposeAsync();
        before.Time.Advance(TimeSpan.FromDays(31));
        await using var host = new EngineHost(before, store: new DurableStore(before.Store));

        await host.Implementation.EnsureStartedAsync();
        (await host.Store.CountAsync(new())).Total.ShouldBe(2);
        await host.PassTimeUntilAsync(TimeSpan.FromMinutes(1), async () => (await host.Store.CountAsync(new())).Total == 0);

        (host.Time.GetUtcNow() - first.CreatedAt).ShouldBeLessThan(TimeSpan.FromDays(31) + TimeSpan.FromMinutes(5));
        second.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_short_interval_is_not_waited_for_longer_at_the_start()
    {
        await using var before = new EngineHost();
        before.Registry.Add(Workflows.Sequence("flow", "a"));
        await before.RunAsync("flow");
        await before.DisposeAsync();
        before.Time.Advance(TimeSpan.FromDays(31));
        await using var host = new EngineHost(before, store: new DurableStore(before.Store), options: new() { PurgeInterval = TimeSpan.FromSeconds(5), ShutdownGrace = TimeSpan.Zero });

        await host.Implementation.EnsureStartedAsync();
        var start = host.Time.GetUtcNow();
        await host.PassTimeUntilAsync(TimeSpan.FromSeconds(5), async () => (await host.Store.CountAsync(new())).Total == 0);

        (host.Time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_host_over_memory_has_nothing_to_purge_at_its_start()
    {
        await using var host = new EngineHost();

        await host.Implementation.EnsureStartedAsync();

        host.Time.NextTimerAt.ShouldBeNull();
    }

    private sealed class DurableStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        public override bool IsShared => true;
    }
}
