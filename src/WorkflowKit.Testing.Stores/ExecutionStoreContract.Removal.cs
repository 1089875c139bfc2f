using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task An_execution_whose_time_has_come_stays_until_what_it_was_asked_for_is_done()
    {
        var log = await RunningAsync();
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Failed) { PurgeAt = Clock.GetUtcNow() });
        await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Retry));

        Assert.Equal(0, await Store.PurgeAsync(10));

        var next = (await Store.ClaimAsync(log.Header.Id, "next"))!;
        Assert.Equal(ControlKind.Retry, Assert.Single(await next.ReadControlsAsync()).Kind);
    }

    [Fact]
    public async Task Finished_executions_are_purged_in_batches_when_their_time_has_come()
    {
        var now = Clock.GetUtcNow();
        var ids = new List<string>();
        for (var count = 0; count < 5; count++) ids.Add((await FinishedAsync(Header(startKey: $"k{count}"), now.AddDays(count < 3 ? 1 : 30))).Header.Id);
        Assert.Equal(0, await Store.PurgeAsync(10));
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, await Store.PurgeAsync(2));
        Assert.Equal(1, await Store.PurgeAsync(2));

        Assert.Equal([ids[4], ids[3]], (await Store.QueryAsync(new ExecutionQuery())).Items.Select(item => item.Id));
        Assert.Null(await Store.FindAsync(ids[0]));
        Assert.True((await Store.CreateAsync(Header(startKey: "k0", inputs: """{"other":true}"""), null)).IsNew);
    }

    [Fact]
    public async Task A_finished_execution_is_deleted_whole_and_the_others_stay()
    {
        var kept = await FinishedAsync();
        var gone = await FinishedAsync(Header(startKey: "k", tags: ["north"]));
        Assert.True(await Store.AddControlAsync(Ask(gone.Header.Id, ControlKind.Resume)));
        var again = (await Store.ClaimAsync(gone.Header.Id, "a"))!;
        await again.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { HandledControls = again.PendingControl, Release = true });

        Assert.True(await Store.DeleteAsync(gone.Header.Id));

        Assert.Null(await Store.FindAsync(gone.Header.Id));
        Assert.Empty(await Store.ReadAsync(gone.Header.Id, 0, 10));
        Assert.Null(await Store.ClaimAsync(gone.Header.Id, "b"));
        Assert.False(await Store.AddControlAsync(Ask(gone.Header.Id, ControlKind.Retry)));
        Assert.Equal(kept.Header.Id, Assert.Single((await Store.QueryAsync(new ExecutionQuery())).Items).Id);
        Assert.Equal(0, (await Store.CountAsync(new ExecutionQuery { Tags = ["north"] })).Total);
        Assert.Equal(2, (await Store.ReadAsync(kept.Header.Id, 0, 10)).Count);
        Assert.False(await Store.DeleteAsync(gone.Header.Id));
        Assert.True((await Store.CreateAsync(Header(startKey: "k", inputs: """{"other":true}"""), null)).IsNew);
    }

    [Fact]
    public async Task What_has_not_ended_is_not_deleted()
    {
        var pending = (await Store.CreateAsync(Header(), null)).Id;
        var running = (await RunningAsync()).Header.Id;
        var waiting = await RunningAsync();
        await waiting.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });

        foreach (var (id, status) in new[] { (pending, ExecutionStatus.Pending), (running, ExecutionStatus.Running), (waiting.Header.Id, ExecutionStatus.Paused) })
        {
            Assert.Equal(status, (await Assert.ThrowsAsync<ExecutionStateException>(async () => await Store.DeleteAsync(id))).Status);
            Assert.Equal(status, (await Store.FindAsync(id))!.Status);
        }
    }

    [Fact]
    public async Task What_is_asked_for_something_is_not_deleted_until_that_is_handled()
    {
        var id = (await FinishedAsync()).Header.Id;
        await Store.AddControlAsync(Ask(id, ControlKind.Retry));

        await Assert.ThrowsAsync<ExecutionStateException>(async () => await Store.DeleteAsync(id));
        var log = (await Store.ClaimAsync(id, "a"))!;
        await Assert.ThrowsAsync<ExecutionStateException>(async () => await Store.DeleteAsync(id));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { HandledControls = log.PendingControl, Release = true });

        Assert.True(await Store.DeleteAsync(id));
    }

    [Fact]
    public async Task A_child_is_not_deleted_before_its_parent_has_ended_and_not_with_it()
    {
        var parent = await RunningAsync();
        var child = (await FinishedAsync(Header(parentId: parent.Header.Id))).Header.Id;
        await Assert.ThrowsAsync<ExecutionStateException>(async () => await Store.DeleteAsync(child));

        parent.Append(Completed());
        await parent.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));
        Assert.True(await Store.DeleteAsync(parent.Header.Id));

        Assert.NotNull(await Store.FindAsync(child));
        Assert.True(await Store.DeleteAsync(child));
    }

    [Fact]
    public async Task Of_many_who_delete_the_same_one_does()
    {
        var id = (await FinishedAsync()).Header.Id;

        var deleted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Store.DeleteAsync(id))));

        Assert.Equal(1, deleted.Count(one => one));
        Assert.False(await Store.DeleteAsync("nobody"));
    }
}
