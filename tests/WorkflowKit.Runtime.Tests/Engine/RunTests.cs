using System.Text.Json;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class RunTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_workflow_runs_to_its_end_and_gives_its_record()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));

        var record = await _host.RunAsync("flow", options: new() { UserId = "ann", Trigger = ExecutionTrigger.Api });

        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Outputs!.Value.GetString().ShouldBe("b");
        record.StepResults.Select(step => step.Path).ShouldBe(["a", "b"]);
        (record.UserId, record.Trigger, record.WorkflowName, record.DefinitionHash).ShouldBe(("ann", ExecutionTrigger.Api, "FLOW", "v1"));
        Guid.Parse(record.Id).Version.ShouldBe(7);
        (await _host.EventsAsync(record.Id)).ShouldBe(["started", "  started a", "  completed a", "  started b", "  completed b", "completed"]);
        _host.Registry.Leases.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "x": 1, "x": 2 }"""), InlineData("""{ "x": 1, "\u0078": 2 }"""), InlineData("""{ "list": [ { "y": { "x": 1, "x": 1 } } ] }""")]
    [InlineData("""{ "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, "x": 1, "x": 2 }""")]
    public async Task Inputs_as_JSON_in_which_a_member_stands_twice_are_refused(string inputs)
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));

        var error = await Should.ThrowAsync<InvalidInputsException>(_host.Engine.RunAsync("flow", JsonElement.Parse(inputs), cancellationToken: EngineHost.Token));

        error.Message.ShouldContain("'x' stands twice");
        (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_of_one_name_in_different_objects_are_no_repetition()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));

        var record = await _host.Engine.RunAsync("flow", JsonElement.Parse("""{ "x": { "x": 1 }, "y": [ { "x": 1 }, { "x": 1 } ], "X": 1 }"""), cancellationToken: EngineHost.Token);

        record.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Inputs_as_text_in_which_a_member_stands_twice_are_refused()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));

        var error = await Should.ThrowAsync<InvalidInputsException>(_host.RunAsync("flow", """{ "orderId": "A-17", "orderId": "B-4" }"""));

        error.Message.ShouldContain("orderId");
        (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_really_waits_is_waited_for()
    {
        var gate = new TaskCompletionSource<string>();
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", async (_, _) => await gate.Task);
        var run = _host.RunAsync("flow");
        run.IsCompleted.ShouldBeFalse();

        gate.SetResult("late");

        (await run).Outputs!.Value.GetString().ShouldBe("late");
    }

    [Fact]
    public async Task A_failing_step_fails_its_execution_and_nothing_else()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b", "c"));
        _host.Script.Fails("b");

        var record = await _host.RunAsync("flow");

        record.Status.ShouldBe(ExecutionStatus.Failed);
        record.Error.ShouldBe(new StepError("b", "b", "b failed", "InvalidDataException", null));
        record.StepResults.Select(step => step.Status).ShouldBe([StepStatus.Completed, StepStatus.Failed, StepStatus.Pending]);
        (await _host.GetAsync(record.Id)).ToJson().ShouldBe(record.ToJson());
    }

    [Fact]
    public async Task Start_comes_back_at_once_and_wait_brings_the_end()
    {
        var gate = new TaskCompletionSource<string>();
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", async (_, _) => await gate.Task);

        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");
        gate.SetResult("x");

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Giving_up_waiting_leaves_the_execution_running()
    {
        var gate = new TaskCompletionSource<string>();
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", async (_, _) => await gate.Task);
        using var patience = new CancellationTokenSource();
        var run = _host.Engine.RunAsync("flow", null, cancellationToken: patience.Token);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        gate.SetResult("x");

        var id = (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_thousand_executions_run_beside_each_other()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b", "c"));
        foreach (var step in (string[])["a", "b", "c"])
        {
            _host.Script.On(step, async (_, _) =>
            {
                await Task.Yield();
                return "x";
            });
        }

        var records = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => _host.RunAsync("flow")));

        records.ShouldAllBe(record => record.Status == ExecutionStatus.Completed && record.StepResults.Count == 3);
        records.Select(record => record.Id).Distinct().Count().ShouldBe(1000);
        _host.Registry.Leases.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_in_flight_ends_on_the_version_it_began_with()
    {
        var gate = new TaskCompletionSource<string>();
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(1)));
        var run = _host.RunAsync("flow");
        _host.Registry.Add(Workflows.Sequence("flow", ["other"], new(), hash: "v2"));

        _host.Time.Advance(TimeSpan.FromDays(1));

        (await run).DefinitionHash.ShouldBe("v1");
        (await _host.RunAsync("flow")).DefinitionHash.ShouldBe("v2");
        gate.SetResult("");
    }

    [Fact]
    public async Task A_workflow_that_is_not_there_is_a_typed_error()
    {
        var error = await Should.ThrowAsync<WorkflowNotFoundException>(_host.RunAsync("nothing"));

        error.WorkflowId.ShouldBe("nothing");
        (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inputs_may_be_an_anonymous_object_or_json_text_or_an_element()
    {
        var workflow = new TestWorkflow("echo", [], run => new(Expressions.CelValue.FromJson(run.Inputs)));
        _host.Registry.Add(workflow);

        var records = new[]
        {
            await _host.Engine.RunAsync("echo", new { OrderId = "A-17" }, cancellationToken: EngineHost.Token),
            await _host.Engine.RunAsync("echo", """{"orderId":"A-17"}""", cancellationToken: EngineHost.Token),
            await _host.Engine.RunAsync("echo", JsonElement.Parse("""{"orderId":"A-17"}"""), cancellationToken: EngineHost.Token),
        };

        records.ShouldAllBe(record => record.Outputs!.Value.GetProperty("orderId").GetString() == "A-17");
        await Should.ThrowAsync<InvalidInputsException>(_host.Engine.RunAsync("echo", "{", cancellationToken: EngineHost.Token));
    }
}
