using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What cannot be skipped, or not with this, is told before anything is recorded.</summary>
public sealed class SkipTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("""{"value":5}"""), InlineData("""{}"""), InlineData("\"text\""), InlineData("[]")]
    public async Task A_substitute_of_another_type_is_refused(string substitute)
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.Fails("a");
        var failed = await _host.RunAsync("flow");

        var error = await Should.ThrowAsync<InvalidInputsException>(SkipAsync(failed.Id, "a", substitute));

        error.Message.ShouldContain("step 'a'");
        await NothingHappenedAsync(failed);
    }

    [Fact]
    public async Task A_substitute_that_its_class_does_not_take_is_refused_and_another_is_taken()
    {
        var slot = new ActivitySlot<Login.Input, Login.Output>("login", "test.login");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new("ann", "correct horse"))).User)));
        var failed = await _host.RunAsync("flow");

        (await Should.ThrowAsync<InvalidInputsException>(SkipAsync(failed.Id, "login", """{"user":""}"""))).Message.ShouldContain("A user has a name.");
        await SkipAsync(failed.Id, "login", """{"user":"ann"}""");

        (await _host.UntilAsync(failed.Id, ExecutionStatus.Completed)).Outputs.ShouldNotBeNull().GetString().ShouldBe("ann");
    }

    [Fact]
    public async Task A_substitute_for_a_persons_data_is_held_to_their_schema()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        await Should.ThrowAsync<InvalidInputsException>(SkipAsync(id, "ask", """{"approved":"perhaps"}"""));
        await SkipAsync(id, "ask", """{"approved":false}""");

        (await _host.EndOfAsync(id)).Outputs.ShouldNotBeNull().GetProperty("approved").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_step_whose_own_expressions_failed_is_skipped_and_they_are_not_asked_again()
    {
        var slot = Flow.Call("a");
        var asked = 0;
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(() =>
        {
            asked++;
            return new(Cel.ToText(Cel.ToInt("no number")));
        })).Value)));
        var failed = await _host.RunAsync("flow");
        failed.Error!.Path.ShouldBe("a");

        await SkipAsync(failed.Id, "a", """{"value":"1"}""");

        (await _host.UntilAsync(failed.Id, ExecutionStatus.Completed)).Outputs!.Value.GetString().ShouldBe("1");
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_substitute_for_a_question_that_was_never_asked_is_refused()
    {
        var slot = Flow.Control("ask", "input");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run =>
            Cel.Of(await run.At(slot).InputAsync(() => (Cel.ToText(Cel.ToInt("no number")), null), "true"))));
        var failed = await _host.RunAsync("flow");

        (await Should.ThrowAsync<InvalidInputsException>(SkipAsync(failed.Id, "ask", "{}"))).Message.ShouldContain("has not asked");
        await NothingHappenedAsync(failed);
    }

    [Fact]
    public async Task A_step_that_holds_the_failed_one_takes_no_substitute_and_the_failed_one_does()
    {
        var (each, one) = (Flow.Control("each", "forEach"), Flow.Call("one", "each"));
        _host.Registry.Add(new TestWorkflow("flow", [each, one], async run => Cel.Of(
            (await run.At(each).ForEachAsync([1, 2], 1, async (run, item, _) => (await run.At(one).ExecuteAsync(new($"{item}"))).Value, Cel.Of)).Count)));
        _host.Script.Fails("each[1]/one");
        var failed = await _host.RunAsync("flow");

        (await Should.ThrowAsync<InvalidInputsException>(SkipAsync(failed.Id, "each", "[]"))).Message.ShouldContain("skip the step in it");
        await NothingHappenedAsync(failed);
        await SkipAsync(failed.Id, "each[1]/one", """{"value":"two"}""");

        var record = await _host.UntilAsync(failed.Id, ExecutionStatus.Completed);
        record.StepResults.Single(step => step.Path == "each").Output.ShouldNotBeNull().GetRawText().ShouldBe("""["1","two"]""");
    }

    [Fact]
    public async Task A_step_that_holds_the_failed_one_is_skipped_as_a_whole()
    {
        var (choice, one, last) = (Flow.Control("choice", "switch"), Flow.Call("one", "choice"), Flow.Call("last"));
        _host.Registry.Add(new TestWorkflow("flow", [choice, one, last], async run =>
        {
            await run.At(choice).SwitchAsync(async run => await run.At(one).ExecuteAsync(new("x")));
            return Cel.Of((await run.At(last).ExecuteAsync(new("end"))).Value);
        }));
        _host.Script.Fails("one");
        var failed = await _host.RunAsync("flow");

        await _host.Engine.SkipAsync(failed.Id, "choice", null, new() { By = "ann" }, EngineHost.Token);

        var record = await _host.UntilAsync(failed.Id, ExecutionStatus.Completed);
        record.StepResults.Single(step => step.Path == "choice").Status.ShouldBe(StepStatus.Skipped);
    }

    [Fact]
    public async Task A_question_whose_steps_for_the_end_of_its_time_failed_is_skipped_as_a_whole()
    {
        var (ask, remind, escalate) = (Flow.Control("ask", "input", timeout: TimeSpan.FromHours(1)), Flow.Call("remind", "ask"), Flow.Call("escalate", "ask"));
        _host.Registry.Add(new TestWorkflow("flow", [ask, remind, escalate], async run => Cel.Of(await run.At(ask).InputOrTimeoutAsync("Approve?", null, "true", async run =>
        {
            await run.At(remind).ExecuteAsync(new("x"));
            await run.At(escalate).ExecuteAsync(new("x"));
        }))));
        _host.Script.Fails("escalate");
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.PassTimeUntilAsync(TimeSpan.FromHours(1), id, ExecutionStatus.Failed);

        await SkipAsync(id, "ask", "\"by hand\"");

        (await _host.UntilAsync(id, ExecutionStatus.Completed)).Outputs.ShouldNotBeNull().GetString().ShouldBe("by hand");
        _host.Script.Started.ShouldBe(["remind", "escalate"]);
    }

    [Fact]
    public async Task A_step_that_is_there_to_fail_is_refused()
    {
        var slot = Flow.Control("stop", "fail");
        _host.Registry.Add(new TestWorkflow("flow", [slot], run => throw run.At(slot).Fail("enough")));
        var failed = await _host.RunAsync("flow");

        await Should.ThrowAsync<StepNotWaitingException>(_host.Engine.SkipAsync(failed.Id, "stop", cancellationToken: EngineHost.Token));
        await NothingHappenedAsync(failed);
    }

    private Task SkipAsync(string id, string path, string substitute) => _host.Engine.SkipAsync(id, path, EngineHost.Json(substitute), cancellationToken: EngineHost.Token);

    private async Task NothingHappenedAsync(ExecutionRecord before)
    {
        var now = await _host.GetAsync(before.Id);
        now.Status.ShouldBe(before.Status);
        now.Entries.Count.ShouldBe(before.Entries.Count);
    }
}
