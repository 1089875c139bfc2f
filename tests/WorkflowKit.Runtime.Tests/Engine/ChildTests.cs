using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class ChildTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<string> ChildOfAsync(string parentId)
    {
        string? childId = null;
        await _host.UntilAsync(parentId, _ =>
        {
            childId = _host.Engine.QueryAsync(new() { Trigger = ExecutionTrigger.Child }, EngineHost.Token).Result.Items.FirstOrDefault(child => child.ParentId == parentId)?.Id;
            return childId is not null;
        }, "child");
        return childId!;
    }

    private async Task AnswerChildOfAsync(string parentId)
    {
        var asking = (await _host.Engine.QueryAsync(new() { ParentId = parentId, Statuses = [ExecutionStatus.Paused] }, EngineHost.Token)).Items.ShouldHaveSingleItem();
        await _host.Engine.SupplyInputAsync(asking.Id, "ask", new { approved = true }, cancellationToken: EngineHost.Token);
    }

    [Fact]
    public async Task A_child_has_its_own_record_and_gives_its_outputs_to_its_parent()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Sequence("child", "a"));

        var parent = await _host.RunAsync("parent", options: new() { UserId = "ann" });

        parent.Status.ShouldBe(ExecutionStatus.Completed);
        parent.Outputs!.Value.GetString().ShouldBe("a");
        var child = await _host.GetAsync(await ChildOfAsync(parent.Id));
        (child.ParentId, child.Trigger, child.UserId, child.WorkflowId).ShouldBe((parent.Id, ExecutionTrigger.Child, "ann", "child"));
        child.Inputs.GetProperty("from").GetString().ShouldBe("parent");
    }

    [Fact]
    public async Task The_failure_of_a_child_fails_the_step_and_a_retry_goes_on_from_the_childs_failed_step()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Sequence("child", "a", "b"));
        _host.Script.Fails("b", times: 1);
        var failed = await _host.RunAsync("parent");
        failed.Status.ShouldBe(ExecutionStatus.Failed);
        failed.Error!.StepId.ShouldBe("call");
        _host.Time.Advance(TimeSpan.FromSeconds(1));

        await _host.Engine.RetryAsync(failed.Id, null, EngineHost.Token);

        (await _host.EndOfAsync(failed.Id)).Status.ShouldBe(ExecutionStatus.Completed);
        _host.Script.Started.ShouldBe(["a", "b", "b"]);
    }

    [Fact]
    public async Task A_retry_of_a_parent_whose_child_was_cancelled_starts_another_child()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Asking("child"));
        var waiting = await _host.RunAsync("parent");
        await _host.Engine.CancelAsync(await ChildOfAsync(waiting.Id), null, EngineHost.Token);
        (await _host.UntilAsync(waiting.Id, ExecutionStatus.Failed)).Error!.Code.ShouldBe("cancelled");
        _host.Time.Advance(TimeSpan.FromSeconds(1));

        await _host.Engine.RetryAsync(waiting.Id, null, EngineHost.Token);
        await _host.EndOfAsync(waiting.Id);
        await AnswerChildOfAsync(waiting.Id);

        (await _host.EndOfAsync(waiting.Id)).Status.ShouldBe(ExecutionStatus.Completed);
        (await _host.Engine.QueryAsync(new() { ParentId = waiting.Id }, EngineHost.Token)).Items.Select(child => child.Status)
            .ShouldBe([ExecutionStatus.Completed, ExecutionStatus.Cancelled]);
    }

    [Fact]
    public async Task Who_waits_for_a_parent_is_told_that_its_child_waits_for_a_person()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Asking("child"));

        var waiting = await _host.RunAsync("parent");

        waiting.Status.ShouldBe(ExecutionStatus.Paused);
        waiting.StepResults.ShouldHaveSingleItem().Status.ShouldBe(StepStatus.Running);
        await AnswerChildOfAsync(waiting.Id);
        (await _host.EndOfAsync(waiting.Id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Who_waits_for_a_grandparent_is_told_that_its_grandchild_waits_for_a_resume()
    {
        _host.Registry.Add(Workflows.Calling("grandparent", "parent"), Workflows.Calling("parent", "child"), Workflows.Waiting("child", TimeSpan.FromDays(3)));
        var run = _host.RunAsync("grandparent");
        var grandparentId = (await _host.Engine.QueryAsync(new() { WorkflowId = "grandparent" }, EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        var childId = await ChildOfAsync(await ChildOfAsync(grandparentId));
        await _host.UntilAsync(childId, ExecutionStatus.Paused);
        await _host.RestAsync();
        run.IsCompleted.ShouldBeFalse();

        await _host.Engine.PauseAsync(childId, null, EngineHost.Token);

        (await run).Status.ShouldBe(ExecutionStatus.Paused);
    }

    [Fact]
    public async Task Cancelling_the_parent_cancels_the_child()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Asking("child"));
        var parentId = await _host.StartAsync("parent");
        var childId = await ChildOfAsync(parentId);
        await _host.UntilAsync(childId, ExecutionStatus.Paused);
        await _host.UntilAsync(parentId, ExecutionStatus.Paused);

        await _host.Engine.CancelAsync(parentId, new() { By = "bob" }, EngineHost.Token);

        (await _host.EndOfAsync(parentId)).Status.ShouldBe(ExecutionStatus.Cancelled);
        await _host.UntilAsync(childId, ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task Skipping_the_step_of_a_child_that_waits_cancels_the_child()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Asking("child"));
        var parentId = (await _host.RunAsync("parent")).Id;
        var childId = await ChildOfAsync(parentId);
        await _host.RestAsync();

        await _host.Engine.SkipAsync(parentId, "call", null, new() { By = "bob" }, EngineHost.Token);

        (await _host.EndOfAsync(parentId)).Status.ShouldBe(ExecutionStatus.Completed);
        await _host.UntilAsync(childId, ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task A_child_that_waits_for_days_holds_neither_itself_nor_its_parent_in_memory()
    {
        _host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Waiting("child", TimeSpan.FromDays(3)));
        var run = _host.RunAsync("parent");
        var parentId = (await _host.Engine.QueryAsync(new() { WorkflowId = "parent" }, EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        await _host.UntilAsync(await ChildOfAsync(parentId), ExecutionStatus.Paused);
        await _host.UntilAsync(parentId, _ => _host.Implementation.Core.Actors.IsEmpty);

        _host.Time.Advance(TimeSpan.FromDays(3));

        (await run).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Workflows_that_call_each_other_without_end_fail()
    {
        _host.Registry.Add(Workflows.Calling("flow", "flow"));

        var record = await _host.RunAsync("flow");

        record.Status.ShouldBe(ExecutionStatus.Failed);
        record.Error!.Message.ShouldContain("deep");
    }

    [Fact]
    public async Task A_hundred_parents_with_one_turn_among_them_do_not_block_each_other()
    {
        await using var host = new EngineHost(options: new() { MaxConcurrentExecutions = 1 });
        host.Registry.Add(Workflows.Calling("parent", "child"), Workflows.Sequence("child", "a"));

        var records = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.RunAsync("parent")));

        records.ShouldAllBe(record => record.Status == ExecutionStatus.Completed);
    }
}
