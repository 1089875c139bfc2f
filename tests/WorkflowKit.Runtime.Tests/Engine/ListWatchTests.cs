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
        // The first look only sees what there is.
        await here.PassTimeAsync(EngineCore.LookInterval);

        var record = await _host.RunAsync("flow");
        await here.PassTimeAsync(EngineCore.LookInterval);
        var change = await NextAsync(here, list);

        (change.Execution!.Id, change.Execution.Status).ShouldBe((record.Id, ExecutionStatus.Completed));
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

    private sealed class SharedStore(IExecutionStore store) : StoreDecorator(store)
    {
        public override bool IsShared => true;
    }
}
