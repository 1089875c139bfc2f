using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task Control_requests_wait_in_their_order_until_they_are_handled()
    {
        var log = await RunningAsync();

        Assert.True(await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Pause)));
        Assert.True(await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Cancel)));

        Assert.Equal(2, log.PendingControl);
        Assert.Equal([ControlKind.Pause, ControlKind.Cancel], (await log.ReadControlsAsync()).Select(request => request.Kind));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { HandledControls = 1 });
        Assert.Equal(ControlKind.Cancel, Assert.Single(await log.ReadControlsAsync()).Kind);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { HandledControls = 2 });
        Assert.Equal(0, log.PendingControl);
        Assert.False(await Store.AddControlAsync(Ask("nobody", ControlKind.Cancel)));
    }

    [Fact]
    public async Task A_control_request_makes_a_waiting_execution_due()
    {
        var log = await RunningAsync();
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });
        Assert.Empty(await DueAsync());

        await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Resume));

        Assert.Equal([log.Header.Id], await DueAsync());
    }

    [Fact]
    public async Task A_child_that_ends_tells_its_parent_in_the_same_transaction()
    {
        var parent = await RunningAsync();
        await parent.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });
        var child = await RunningAsync(header: Header(parentId: parent.Header.Id));

        child.Append(Completed());
        await child.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { Notify = Ask(parent.Header.Id, ControlKind.ChildEnded) });

        Assert.Equal([parent.Header.Id], await DueAsync());
    }
}
