using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class DeletionTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_finished_execution_is_gone_and_may_be_started_anew_with_its_key()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var record = await _host.RunAsync("flow", options: new() { StartKey = "k" });

        await _host.Engine.DeleteAsync(record.Id, EngineHost.Token);

        (await _host.Engine.GetAsync(record.Id, EngineHost.Token)).ShouldBeNull();
        (await Should.ThrowAsync<ExecutionNotFoundException>(() => _host.Engine.DeleteAsync(record.Id, EngineHost.Token))).ExecutionId.ShouldBe(record.Id);
        (await _host.RunAsync("flow", options: new() { StartKey = "k" })).Id.ShouldNotBe(record.Id);
    }

    [Fact]
    public async Task One_that_waits_is_refused_until_it_is_cancelled()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var waiting = await _host.RunAsync("flow");

        var refusal = await Should.ThrowAsync<ExecutionStateException>(() => _host.Engine.DeleteAsync(waiting.Id, EngineHost.Token));
        (refusal.Status, refusal.ExecutionId).ShouldBe((ExecutionStatus.Paused, waiting.Id));
        await _host.Engine.CancelAsync(waiting.Id, null, EngineHost.Token);
        await _host.EndOfAsync(waiting.Id);
        await _host.RestAsync();

        await _host.Engine.DeleteAsync(waiting.Id, EngineHost.Token);
    }

    [Fact]
    public async Task Children_stay_where_their_parent_is_deleted()
    {
        _host.Registry.Add(Workflows.Sequence("child", "a"), Workflows.Calling("flow", "child"));
        var parent = await _host.RunAsync("flow");
        await _host.RestAsync();

        await _host.Engine.DeleteAsync(parent.Id, EngineHost.Token);

        var child = (await _host.Engine.QueryAsync(new() { ParentId = parent.Id }, EngineHost.Token)).Items.ShouldHaveSingleItem();
        await _host.Engine.DeleteAsync(child.Id, EngineHost.Token);
    }

    [Fact]
    public async Task Nothing_is_deleted_by_no_id() => await Should.ThrowAsync<ArgumentNullException>(() => _host.Engine.DeleteAsync(null!, EngineHost.Token));
}
