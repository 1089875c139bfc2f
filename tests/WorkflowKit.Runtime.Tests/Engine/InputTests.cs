using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class InputTests : IAsyncDisposable
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "orderId": { "type": "string", "minLength": 1 },
            "limit": { "type": "number", "default": 1000 },
            "token": { "type": "string", "writeOnly": true }
          },
          "required": ["orderId"]
        }
        """;

    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Defaults_are_applied_before_there_is_a_record()
    {
        _host.Registry.Add(Workflows.Sequence("flow", ["a"], new(), Schema));

        var record = await _host.RunAsync("flow", """{"orderId":"A-17"}""");

        record.Inputs.GetProperty("limit").GetInt32().ShouldBe(1000);
    }

    [Theory]
    [InlineData("{}"), InlineData("""{"orderId":""}"""), InlineData("""{"orderId":"a","limit":"much"}"""), InlineData("[]"), InlineData(null)]
    public async Task Inputs_that_do_not_satisfy_the_schema_start_nothing(string? inputs)
    {
        _host.Registry.Add(Workflows.Sequence("flow", ["a"], new(), Schema));

        var error = await Should.ThrowAsync<InvalidInputsException>(_host.RunAsync("flow", inputs));

        error.Errors.ShouldNotBeEmpty();
        (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secret_inputs_reach_the_run_and_nothing_that_is_kept()
    {
        var seen = "";
        _host.Registry.Add(new TestWorkflow("flow", [], run =>
        {
            seen = run.Inputs.GetProperty("token").GetString()!;
            return default;
        }) { Schema = Schema });

        var record = await _host.RunAsync("flow", """{"orderId":"A","token":"hush"}""");

        seen.ShouldBe("hush");
        record.ToJson().ShouldNotContain("hush");
        var error = await Should.ThrowAsync<InvalidInputsException>(_host.Engine.RerunAsync(record.Id, cancellationToken: EngineHost.Token));
        error.Message.ShouldContain("secret");
    }

    [Fact]
    public async Task An_input_step_pauses_the_execution_until_somebody_answers()
    {
        _host.Registry.Add(Workflows.Asking("flow"));

        var paused = await _host.RunAsync("flow");
        paused.Status.ShouldBe(ExecutionStatus.Paused);
        await _host.Engine.SupplyInputAsync(paused.Id, "ask", new { approved = true }, new() { By = "ann" }, EngineHost.Token);
        var record = await _host.EndOfAsync(paused.Id);

        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Outputs!.Value.GetProperty("approved").GetBoolean().ShouldBeTrue();
        (await _host.EventsAsync(record.Id)).ShouldBe(
        [
            "started", "  started before", "  completed before", "  started ask", "  requested ask", "paused input", "  received ask", "resumed input",
            "  completed ask", "  started after", "  completed after", "completed",
        ]);
        _host.Script.Started.ShouldBe(["before", "after"]);
    }

    [Fact]
    public async Task Data_that_does_not_satisfy_the_steps_schema_is_refused_and_the_step_goes_on_waiting()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var paused = await _host.RunAsync("flow");

        var error = await Should.ThrowAsync<InvalidInputsException>(
            _host.Engine.SupplyInputAsync(paused.Id, "ask", EngineHost.Json("""{"approved":"yes"}"""), cancellationToken: EngineHost.Token));

        error.Errors.ShouldHaveSingleItem().InstancePath.ShouldBe("/approved");
        (await _host.GetAsync(paused.Id)).Status.ShouldBe(ExecutionStatus.Paused);
    }

    [Fact]
    public async Task Of_two_who_answer_one_is_told_that_it_came_too_late()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var paused = await _host.RunAsync("flow");

        var answers = Enumerable.Range(0, 2)
            .Select(_ => _host.Engine.SupplyInputAsync(paused.Id, "ask", EngineHost.Json("""{"approved":true}"""), cancellationToken: EngineHost.Token)).ToArray();

        await Task.WhenAll(answers).ContinueWith(_ => { }, TaskScheduler.Default);
        answers.Count(answer => answer.IsCompletedSuccessfully).ShouldBe(1);
        answers.Single(answer => answer.IsFaulted).Exception!.InnerException.ShouldBeAssignableTo<WorkflowKitException>();
        (await _host.EventsAsync(paused.Id)).Count(entry => entry.Contains("received")).ShouldBe(1);
    }

    [Fact]
    public async Task A_paused_wait_for_input_takes_the_answer_when_it_was_paused_by_a_person_as_well()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var waiting = await _host.RunAsync("flow");
        await _host.Engine.PauseAsync(waiting.Id, null, EngineHost.Token);

        await _host.Engine.ResumeAsync(waiting.Id, null, EngineHost.Token);
        await _host.UntilAsync(waiting.Id, record => record.WaitsFor?.Reason == PauseReason.Input);
        await _host.Engine.SupplyInputAsync(waiting.Id, "ask", new { approved = false }, cancellationToken: EngineHost.Token);

        (await _host.EndOfAsync(waiting.Id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task An_answer_to_what_a_person_paused_is_kept_until_it_is_resumed()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var waiting = await _host.RunAsync("flow");
        await _host.Engine.PauseAsync(waiting.Id, null, EngineHost.Token);

        await _host.Engine.SupplyInputAsync(waiting.Id, "ask", new { approved = true }, cancellationToken: EngineHost.Token);
        await Should.ThrowAsync<StepNotWaitingException>(
            _host.Engine.SupplyInputAsync(waiting.Id, "ask", new { approved = false }, cancellationToken: EngineHost.Token));

        await _host.RestAsync();
        (await _host.GetAsync(waiting.Id)).WaitsFor!.Reason.ShouldBe(PauseReason.User);
        await _host.Engine.ResumeAsync(waiting.Id, null, EngineHost.Token);
        var record = await _host.EndOfAsync(waiting.Id);
        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Outputs!.Value.GetProperty("approved").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_answers_in_time()
    {
        _host.Registry.Add(Workflows.Asking("flow", TimeSpan.FromDays(2)));
        var paused = await _host.RunAsync("flow");

        _host.Time.Advance(TimeSpan.FromDays(2));

        var record = await _host.UntilAsync(paused.Id, ExecutionStatus.Failed);
        record.Error!.Code.ShouldBe("timeout");
    }

    [Fact]
    public async Task Data_that_come_while_the_steps_for_the_end_of_the_time_wait_are_refused_and_the_execution_goes_on()
    {
        var id = await TimedOutAsync();

        await Should.ThrowAsync<StepNotWaitingException>(_host.Engine.SupplyInputAsync(id, "ask", new { approved = true }, cancellationToken: EngineHost.Token));

        await _host.PassTimeUntilAsync(TimeSpan.FromHours(1), id, ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_skip_that_comes_while_the_steps_for_the_end_of_the_time_wait_is_refused_and_the_execution_goes_on()
    {
        var id = await TimedOutAsync();

        await Should.ThrowAsync<StepNotWaitingException>(_host.Engine.SkipAsync(id, "ask", cancellationToken: EngineHost.Token));

        await _host.PassTimeUntilAsync(TimeSpan.FromHours(1), id, ExecutionStatus.Completed);
    }

    /// <summary>An execution in which nobody has answered, and which waits in the steps for that.</summary>
    private async Task<string> TimedOutAsync()
    {
        var (ask, remind, pause) = (Flow.Control("ask", "input", timeout: TimeSpan.FromHours(1)), Flow.Call("remind", "ask"), Flow.Control("pause", "wait", "ask"));
        _host.Registry.Add(new TestWorkflow("flow", [ask, remind, pause], async run => Cel.Of(await run.At(ask).InputOrTimeoutAsync("Approve?", null, "{}", async run =>
        {
            await run.At(remind).ExecuteAsync(new("x"));
            await run.At(pause).WaitAsync(TimeSpan.FromDays(1));
        }))));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.PassTimeAsync(TimeSpan.FromHours(1));
        await _host.UntilAsync(id, static record => record is { Status: ExecutionStatus.Paused } && record.StepResults.Any(static step => step.Path == "pause"));
        return id;
    }
}
