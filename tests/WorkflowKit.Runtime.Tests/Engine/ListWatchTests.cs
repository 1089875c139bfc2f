using WorkflowKit.Engine;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class ListWatchTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();
    private readonly List<IAsyncDisposable> _watches = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var watch in _watches) await watch.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task It_begins_with_a_reset_and_tells_of_what_is_new_and_of_what_has_changed()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var gate = new TaskCompletionSource();
        _host.Script.On("a", async (_, _) =>
        {
            await gate.Task;
            return "done";
        });
        var list = await WatchAsync(_host, null);

        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Running);
        var first = await NextAsync(_host, list);
        gate.SetResult();
        await _host.EndOfAsync(id);
        var second = await NextAsync(_host, list);

        (first.Execution!.Id, first.Execution.Status).ShouldBe((id, ExecutionStatus.Running));
        (second.Execution!.Id, second.Execution.Status).ShouldBe((id, ExecutionStatus.Completed));
        second.Execution.CompletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task It_tells_of_those_of_the_list_alone_and_of_those_that_leave_it()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var list = await WatchAsync(_host, new ExecutionQuery { UserId = "ann", Statuses = [ExecutionStatus.Running] });

        await _host.RunAsync("flow", options: new StartOptions { UserId = "bob" });
        var anns = await _host.RunAsync("flow", options: new StartOptions { UserId = "ann" });

        var change = await NextAsync(_host, list);
        (change.Execution!.Id, change.Execution.Status).ShouldBe((anns.Id, ExecutionStatus.Completed));
    }

    [Fact]
    public async Task One_who_falls_behind_too_far_is_told_to_read_anew()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var list = await WatchAsync(_host, null);

        for (var count = 0; count <= ExecutionQuery.MaxLimit; count++) await _host.RunAsync("flow");

        (await NextAsync(_host, list)).IsReset.ShouldBeTrue();
        var record = await _host.RunAsync("flow");
        (await NextAsync(_host, list)).Execution!.Id.ShouldBe(record.Id);
    }

    [Fact]
    public async Task It_tells_of_what_another_host_of_the_store_does()
    {
        await using var here = new EngineHost(store: new SharedStore(_host.Store), time: _host.Time, registry: _host.Registry);
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var list = await WatchAsync(here, null);

        var record = await _host.RunAsync("flow");
        await here.PassTimeAsync(EngineCore.LookInterval);
        var change = await NextAsync(here, list);

        (change.Execution!.Id, change.Execution.Status).ShouldBe((record.Id, ExecutionStatus.Completed));
    }

    [Fact]
    public async Task It_tells_of_one_that_waits_for_its_turn()
    {
        var flow = Workflows.Sequence("flow", "a");
        _host.Registry.Add(new TestWorkflow("flow", flow.Steps, flow.RunAsync) { Options = new() { ConcurrencyLimit = 1 } });
        var gate = new TaskCompletionSource();
        _host.Script.On("a", async (_, _) =>
        {
            await gate.Task;
            return "done";
        });
        await _host.UntilAsync(await _host.StartAsync("flow"), ExecutionStatus.Running);
        var list = await WatchAsync(_host, null);

        var waiting = await _host.StartAsync("flow");
        var change = await NextAsync(_host, list);

        (change.Execution!.Id, change.Execution.Status).ShouldBe((waiting, ExecutionStatus.Pending));
        gate.SetResult();
        await _host.EndOfAsync(waiting);
    }

    [Fact]
    public async Task It_tells_of_what_is_deleted_and_of_what_is_purged()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var (deleted, purged) = ((await _host.RunAsync("flow")).Id, (await _host.RunAsync("flow")).Id);
        var list = await WatchAsync(_host, null);

        await _host.Engine.DeleteAsync(deleted, EngineHost.Token);
        var first = await NextAsync(_host, list);
        await _host.PassTimeAsync(TimeSpan.FromDays(31));
        var second = await NextAsync(_host, list);

        first.ShouldBe(new ExecutionListChange(null, deleted));
        second.ShouldBe(new ExecutionListChange(null, purged));
    }

    [Fact]
    public async Task Nobody_is_told_what_was_removed_of_another_user()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var bobs = await _host.RunAsync("flow", options: new StartOptions { UserId = "bob" });
        var anns = await _host.RunAsync("flow", options: new StartOptions { UserId = "ann" });
        var nobodys = await _host.RunAsync("flow");
        var list = await WatchAsync(_host, new ExecutionQuery { UserId = "ann" });
        var others = await WatchAsync(_host, new ExecutionQuery { HasNoUser = true });

        foreach (var record in new[] { bobs, anns, nobodys }) await _host.Engine.DeleteAsync(record.Id, EngineHost.Token);

        (await NextAsync(_host, list)).RemovedId.ShouldBe(anns.Id);
        (await NextAsync(_host, others)).RemovedId.ShouldBe(nobodys.Id);
    }

    [Fact]
    public async Task One_that_was_deleted_and_imported_again_is_told_of_as_it_stands()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var record = await _host.RunAsync("flow");
        var export = await _host.Engine.ExportAsync(record.Id, EngineHost.Token);
        var list = await WatchAsync(_host, null);

        await _host.Engine.DeleteAsync(record.Id, EngineHost.Token);
        await _host.Engine.ImportAsync(export, EngineHost.Token);

        (await NextAsync(_host, list)).Execution!.Id.ShouldBe(record.Id);
    }

    [Fact]
    public async Task It_tells_of_what_another_host_removes()
    {
        await using var here = new EngineHost(store: new SharedStore(_host.Store), time: _host.Time, registry: _host.Registry);
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var record = await _host.RunAsync("flow");
        var list = await WatchAsync(here, null);

        await _host.Engine.DeleteAsync(record.Id, EngineHost.Token);
        await here.PassTimeAsync(EngineCore.LookInterval);

        (await NextAsync(here, list)).RemovedId.ShouldBe(record.Id);
    }

    [Fact]
    public async Task Where_other_hosts_change_more_than_it_has_room_for_it_is_told_to_read_anew()
    {
        await using var here = new EngineHost(store: new SharedStore(_host.Store), time: _host.Time, registry: _host.Registry);
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var list = await WatchAsync(here, null);

        for (var count = 0; count <= ExecutionQuery.MaxLimit; count++) await _host.RunAsync("flow");
        await here.PassTimeAsync(EngineCore.LookInterval);

        (await NextAsync(here, list)).IsReset.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_the_store_cannot_say_from_when_on_nothing_is_missed_it_does_not_begin()
    {
        await using var here = new EngineHost(store: new BrokenStore(_host.Store), time: _host.Time, registry: _host.Registry);
        await using var list = here.Engine.WatchListAsync(null, EngineHost.Token).GetAsyncEnumerator();

        await Should.ThrowAsync<StoreUnavailableException>(async () => await list.MoveNextAsync());
    }

    [Fact]
    public async Task It_ends_when_the_host_stops()
    {
        var list = await WatchAsync(_host, null);
        var next = list.MoveNextAsync();

        await _host.Implementation.DisposeAsync();

        await Should.ThrowAsync<EngineStoppedException>(async () => await next);
    }

    private async Task<IAsyncEnumerator<ExecutionListChange>> WatchAsync(EngineHost host, ExecutionQuery? query)
    {
        var list = host.Engine.WatchListAsync(query, EngineHost.Token).GetAsyncEnumerator();
        _watches.Add(list);
        (await list.MoveNextAsync()).ShouldBeTrue();
        list.Current.IsReset.ShouldBeTrue();
        return list;
    }

    /// <summary>The next change, once time has passed as far as that needs.</summary>
    private static async Task<ExecutionListChange> NextAsync(EngineHost host, IAsyncEnumerator<ExecutionListChange> list)
    {
        var next = list.MoveNextAsync().AsTask();
        await Poll.UntilAsync(
            () =>
            {
                if (!next.IsCompleted) host.Time.Advance(ListWatch.Pause);
                return next.IsCompleted;
            },
            TimeSpan.FromSeconds(20),
            () => ValueTask.FromResult("Nothing has changed."));
        (await next).ShouldBeTrue();
        return list.Current;
    }

    private sealed class BrokenStore(IExecutionStore store) : StoreDecorator(store)
    {
        public override ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<StoreChanges>(new IOException("The disk is gone."));
    }

    private sealed class SharedStore(IExecutionStore store) : StoreDecorator(store)
    {
        public override bool IsShared => true;
    }
}
