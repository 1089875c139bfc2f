using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class ControlTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private IExecutionEngine Engine => _host.Engine;

    private TaskCompletionSource Hold(string step)
    {
        var gate = new TaskCompletionSource();
        _host.Script.On(step, async (_, token) =>
        {
            await gate.Task.WaitAsync(token);
            return step;
        });
        return gate;
    }

    [Fact]
    public async Task Cancel_stops_the_running_step_and_is_recorded_with_who_asked()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        Hold("a");
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");

        await Engine.CancelAsync(id, new() { By = "bob", Reason = "enough" }, EngineHost.Token);

        var record = await _host.EndOfAsync(id);
        record.Status.ShouldBe(ExecutionStatus.Cancelled);
        var last = (await _host.Store.ReadAsync(id, 0, 100))[^1].ShouldBeOfType<ExecutionCancelled>();
        (last.By, last.Reason).ShouldBe(("bob", "enough"));
        _host.Script.Started.ShouldNotContain("b");
    }

    [Fact]
    public async Task Cancelling_twice_is_the_same_as_once()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        Hold("a");
        var id = await _host.StartAsync("flow");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Engine.CancelAsync(id, null, EngineHost.Token)));
        await _host.EndOfAsync(id);
        await Engine.CancelAsync(id, null, EngineHost.Token);

        (await _host.EventsAsync(id)).Count(entry => entry == "cancelled").ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_a_paused_execution_undoes_what_it_did()
    {
        var workflow = Workflows.Compensating("flow");
        _host.Registry.Add(workflow);
        var gate = Hold("book");
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "book");
        await Engine.PauseAsync(id, null, EngineHost.Token);
        gate.SetResult();
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        await Engine.CancelAsync(id, null, EngineHost.Token);

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Cancelled);
        _host.Script.Completed.ShouldBe(["book", "unbook"]);
    }

    [Fact]
    public async Task Pause_takes_effect_at_the_next_step_boundary_and_resume_goes_on_from_there()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        var gate = Hold("a");
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");

        await Engine.PauseAsync(id, new() { By = "bob" }, EngineHost.Token);
        gate.SetResult();
        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
        await Engine.PauseAsync(id, null, EngineHost.Token);
        await Engine.ResumeAsync(id, new() { By = "bob" }, EngineHost.Token);

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
        (await _host.EventsAsync(id)).ShouldBe(
            ["started", "  started a", "  completed a", "paused user", "resumed user", "  started b", "  completed b", "completed"]);
        _host.Script.Completed.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_pause_that_is_taken_back_in_time_changes_nothing()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        var gate = Hold("a");
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");

        await Engine.PauseAsync(id, null, EngineHost.Token);
        await Engine.ResumeAsync(id, null, EngineHost.Token);
        gate.SetResult();

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Retry_runs_only_what_failed_again()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b", "c"));
        _host.Script.Fails("b", times: 1);
        var failed = await _host.RunAsync("flow");
        failed.Status.ShouldBe(ExecutionStatus.Failed);

        await Engine.RetryAsync(failed.Id, new() { By = "bob" }, EngineHost.Token);

        var record = await _host.EndOfAsync(failed.Id);
        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Error.ShouldBeNull();
        _host.Script.Started.ShouldBe(["a", "b", "b", "c"]);
        record.StepResults.Single(step => step.StepId == "b").Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Retry_begins_anew_what_was_undone()
    {
        _host.Registry.Add(Workflows.Compensating("flow"));
        _host.Script.Fails("pay", times: 1);
        var failed = await _host.RunAsync("flow");
        var firstKey = _host.Script.Keys["book"];

        await Engine.RetryAsync(failed.Id, null, EngineHost.Token);

        (await _host.EndOfAsync(failed.Id)).Status.ShouldBe(ExecutionStatus.Completed);
        _host.Script.Started.ShouldBe(["book", "pay", "unbook", "book", "pay"]);
        _host.Script.Keys["book"].ShouldNotBe(firstKey);
    }

    [Fact]
    public async Task Skip_goes_on_without_the_failed_step_with_a_substitute_for_its_output()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        _host.Script.Fails("b");
        var failed = await _host.RunAsync("flow");

        await Engine.SkipAsync(failed.Id, "b", EngineHost.Json("""{"value":"by hand"}"""), new() { By = "bob" }, EngineHost.Token);

        var record = await _host.EndOfAsync(failed.Id);
        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Outputs!.Value.GetString().ShouldBe("by hand");
        record.StepResults.Single(step => step.StepId == "b").Status.ShouldBe(StepStatus.Skipped);
        _host.Script.Started.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Skip_ends_the_wait_of_a_step()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(2)));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        await Engine.SkipAsync(id, "pause", cancellationToken: EngineHost.Token);

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
        (await _host.EventsAsync(id)).ShouldContain("  skipped pause user");
    }

    [Fact]
    public async Task Skipping_a_step_that_neither_failed_nor_waits_is_a_typed_error()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        _host.Script.Fails("b");
        var failed = await _host.RunAsync("flow");

        var error = await Should.ThrowAsync<StepNotWaitingException>(Engine.SkipAsync(failed.Id, "a", cancellationToken: EngineHost.Token));

        error.Path.ShouldBe("a");
        (await _host.GetAsync(failed.Id)).Status.ShouldBe(ExecutionStatus.Failed);
    }

    [Fact]
    public async Task A_rerun_that_names_no_user_is_the_same_users()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var first = await _host.RunAsync("flow", options: new() { UserId = "ann" });

        var id = await Engine.RerunAsync(first.Id, new() { StartKey = "again" }, EngineHost.Token);

        (await _host.EndOfAsync(id)).UserId.ShouldBe("ann");
    }

    [Fact]
    public async Task Rerun_is_a_new_execution_with_the_same_inputs()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var first = await _host.RunAsync("flow", """{"orderId":"A-17"}""", new() { UserId = "ann" });

        var id = await Engine.RerunAsync(first.Id, cancellationToken: EngineHost.Token);

        var record = await _host.EndOfAsync(id);
        record.Id.ShouldNotBe(first.Id);
        (record.RerunOf, record.Trigger, record.UserId).ShouldBe((first.Id, ExecutionTrigger.Rerun, "ann"));
        record.Inputs.GetProperty("orderId").GetString().ShouldBe("A-17");
    }
}
