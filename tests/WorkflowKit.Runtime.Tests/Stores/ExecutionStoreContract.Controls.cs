using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task Control_requests_wait_in_their_order_until_they_are_handled()
    {
        var log = await RunningAsync();

        (await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Pause))).ShouldBeTrue();
        (await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Cancel))).ShouldBeTrue();

        log.PendingControl.ShouldBe(2);
        (await log.ReadControlsAsync()).Select(request => request.Kind).ShouldBe([ControlKind.Pause, ControlKind.Cancel]);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { HandledControls = 1 });
        (await log.ReadControlsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(ControlKind.Cancel);
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { HandledControls = 2 });
        log.PendingControl.ShouldBe(0);
        (await Store.AddControlAsync(Ask("nobody", ControlKind.Cancel))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_control_request_makes_a_waiting_execution_due()
    {
        var log = await RunningAsync();
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });
        (await DueAsync()).ShouldBeEmpty();

        await Store.AddControlAsync(Ask(log.Header.Id, ControlKind.Resume));

        (await DueAsync()).ShouldBe([log.Header.Id]);
    }

    [Fact]
    public async Task A_child_that_ends_tells_its_parent_in_the_same_transaction()
    {
        var parent = await RunningAsync();
        await parent.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });
        var child = await RunningAsync(header: Header(parentId: parent.Header.Id));

        child.Append(Completed());
        await child.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { Notify = Ask(parent.Header.Id, ControlKind.ChildEnded) });

        (await DueAsync()).ShouldBe([parent.Header.Id]);
    }
}
