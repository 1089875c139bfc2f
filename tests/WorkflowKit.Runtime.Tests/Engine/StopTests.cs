using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Beginning and end of an engine, and what comes in their midst.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_start_that_was_loading_while_the_host_stopped_is_refused()
    {
        var host = new EngineHost();
        var loading = new TaskCompletionSource();
        host.Registry.Add(Workflows.Sequence("flow", "a")).Loading = loading.Task;
        var run = host.RunAsync("flow");

        await host.DisposeAsync();
        loading.SetResult();

        await Should.ThrowAsync<EngineStoppedException>(run);
        (await host.Store.QueryAsync(new())).Items.ShouldBeEmpty();
        host.Registry.Leases.ShouldBe(0);
    }

    [Fact]
    public async Task One_who_waits_for_an_execution_after_the_stop_is_told_and_a_finished_one_is_still_there()
    {
        var host = new EngineHost();
        host.Registry.Add(Workflows.Waiting("waiting", TimeSpan.FromHours(1)), Workflows.Sequence("flow", "a"));
        var done = await host.RunAsync("flow");
        var id = await host.StartAsync("waiting");
        await host.UntilAsync(id, ExecutionStatus.Paused);

        await host.DisposeAsync();

        await Should.ThrowAsync<EngineStoppedException>(host.EndOfAsync(id));
        (await host.EndOfAsync(done.Id)).Status.ShouldBe(ExecutionStatus.Completed);
        await Should.ThrowAsync<EngineStoppedException>(host.Engine.CancelAsync(id, null, EngineHost.Token));
    }

    [Fact]
    public async Task An_engine_whose_store_fails_at_first_starts_with_its_next_use()
    {
        var before = new EngineHost();
        before.Registry.Add(Workflows.Sequence("flow", "a"));
        var left = (await before.Store.CreateAsync(
            new() { Id = "left", WorkflowId = "flow", WorkflowName = "FLOW", DefinitionHash = "v1", Inputs = EngineHost.Json("{}"), CreatedAt = before.Time.GetUtcNow() }, null)).Id;
        var store = new FailingStore(before.Store) { Fails = true };
        await using var host = new EngineHost(before, store: store);
        await Should.ThrowAsync<IOException>(host.RunAsync("flow"));

        store.Fails = false;
        await host.RunAsync("flow");

        await host.UntilAsync(left, ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_host_whose_store_is_gone_stops_all_the_same_and_tells_those_who_wait()
    {
        var memory = new EngineHost();
        var (store, log) = (new FailingStore(memory.Store), new LogRecorder());
        var host = new EngineHost(memory, store: store, loggers: log);
        host.Registry.Add(Workflows.Waiting("waiting", TimeSpan.FromHours(1)));
        var id = await host.StartAsync("waiting");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        var end = host.EndOfAsync(id);
        store.Fails = true;

        await host.DisposeAsync();

        await Should.ThrowAsync<EngineStoppedException>(end);
        log.Lines.ShouldContain(line => line.Event == 2021);
    }
}
