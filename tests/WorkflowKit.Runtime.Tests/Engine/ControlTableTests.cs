using WorkflowKit.Expressions;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;
using static WorkflowKit.ExecutionStatus;

namespace WorkflowKit.Tests.Engine;

/// <summary>Every control in every status: either it is legal, or it is a typed error that changes nothing.</summary>
public sealed class ControlTableTests : IAsyncDisposable
{
    private static readonly Dictionary<string, ExecutionStatus[]> Legal = new()
    {
        ["cancel"] = [Pending, Running, Paused, Cancelled],
        ["pause"] = [Pending, Running, Paused],
        ["resume"] = [Pending, Running, Paused],
        ["retry"] = [Failed],
        ["skip"] = [Failed],
        ["input"] = [],
    };

    private readonly EngineHost _host = new(options: new() { MaxConcurrentExecutions = 1, ShutdownGrace = TimeSpan.Zero });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string, ExecutionStatus> Cases => [.. from control in Legal.Keys from status in Enum.GetValues<ExecutionStatus>() select (control, status)];

    [Theory, MemberData(nameof(Cases))]
    public async Task A_control_is_taken_where_the_status_allows_it_and_refused_elsewhere(string control, ExecutionStatus status)
    {
        var id = await InStatusAsync(status);

        var asked = AskAsync(control, id);

        if (Legal[control].Contains(status))
        {
            await asked;
            return;
        }
        var error = await Should.ThrowAsync<WorkflowKitException>(asked);
        if (error is ExecutionStateException state) state.Status.ShouldBe(status);
        else error.ShouldBeOfType<StepNotWaitingException>();
        (await _host.GetAsync(id)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(PauseReason.Input, "cancel", Cancelled), InlineData(PauseReason.Timer, "cancel", Cancelled)]
    [InlineData(PauseReason.Input, "pause", Paused), InlineData(PauseReason.Timer, "pause", Paused)]
    [InlineData(PauseReason.Input, "resume", Paused), InlineData(PauseReason.Timer, "resume", Paused)]
    public async Task A_control_of_an_execution_that_waits_does_the_same_when_asked_twice(PauseReason reason, string control, ExecutionStatus status)
    {
        var id = await WaitingAsync(reason);

        await AskAsync(control, id);
        await AskAsync(control, id);

        await _host.UntilAsync(id, status);
    }

    [Theory]
    [InlineData(PauseReason.Input, "skip"), InlineData(PauseReason.Timer, "skip"), InlineData(PauseReason.Input, "input")]
    public async Task An_answer_to_an_execution_that_waits_is_taken_once(PauseReason reason, string control)
    {
        var id = await WaitingAsync(reason);

        await AskAsync(control, id);
        var error = await Should.ThrowAsync<WorkflowKitException>(AskAsync(control, id));

        (error is ExecutionStateException or StepNotWaitingException).ShouldBeTrue(error.ToString());
        (await _host.EndOfAsync(id)).Status.ShouldBe(Completed);
    }

    [Theory]
    [InlineData(PauseReason.Input, "retry"), InlineData(PauseReason.Timer, "retry"), InlineData(PauseReason.Timer, "input")]
    public async Task What_an_execution_that_waits_does_not_wait_for_is_refused(PauseReason reason, string control)
    {
        var id = await WaitingAsync(reason);

        await Should.ThrowAsync<WorkflowKitException>(AskAsync(control, id));

        (await _host.GetAsync(id)).WaitsFor!.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("cancel"), InlineData("pause"), InlineData("resume"), InlineData("retry"), InlineData("skip"), InlineData("input")]
    public async Task A_control_of_an_unknown_execution_is_a_typed_error(string control)
    {
        var error = await Should.ThrowAsync<ExecutionNotFoundException>(AskAsync(control, "nobody"));

        error.ExecutionId.ShouldBe("nobody");
    }

    [Fact]
    public async Task Looking_at_an_unknown_execution_finds_nothing()
    {
        (await _host.Engine.GetAsync("nobody", EngineHost.Token)).ShouldBeNull();
        await Should.ThrowAsync<ExecutionNotFoundException>(_host.EndOfAsync("nobody"));
        await Should.ThrowAsync<ExecutionNotFoundException>(_host.Engine.RerunAsync("nobody", cancellationToken: EngineHost.Token));
        await Should.ThrowAsync<ExecutionNotFoundException>(async () => await _host.Engine.WatchAsync("nobody", 0, EngineHost.Token).FirstAsync());
    }

    private Task AskAsync(string control, string id) => control switch
    {
        "cancel" => _host.Engine.CancelAsync(id, null, EngineHost.Token),
        "pause" => _host.Engine.PauseAsync(id, null, EngineHost.Token),
        "resume" => _host.Engine.ResumeAsync(id, null, EngineHost.Token),
        "retry" => _host.Engine.RetryAsync(id, null, EngineHost.Token),
        "skip" => _host.Engine.SkipAsync(id, "a", cancellationToken: EngineHost.Token),
        _ => _host.Engine.SupplyInputAsync(id, "a", EngineHost.Json("{}"), cancellationToken: EngineHost.Token),
    };

    /// <summary>An execution whose first step waits.</summary>
    private async Task<string> WaitingAsync(PauseReason reason)
    {
        var slot = Flow.Control("a", reason is PauseReason.Input ? "input" : "wait");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run =>
        {
            if (reason is PauseReason.Input) await run.At(slot).InputAsync("Go on?", null, "{}");
            else await run.At(slot).WaitAsync(TimeSpan.FromDays(2));
            return Cel.Of("done");
        }));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, record => record.WaitsFor?.Reason == reason, $"pause for {reason}");
        return id;
    }

    private async Task<string> InStatusAsync(ExecutionStatus status)
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Sequence("busy", "hold"));
        _host.Script.On("hold", async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        if (status is Failed) _host.Script.Fails("a");
        if (status is Running or Cancelled or Paused) _host.Script.On("a", async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        if (status is Pending or Paused) await _host.StartAsync("busy");
        var id = await _host.StartAsync("flow");
        if (status is Cancelled)
        {
            await _host.UntilStartedAsync(id, "a");
            await _host.Engine.CancelAsync(id, null, EngineHost.Token);
        }
        if (status is Paused) await _host.Engine.PauseAsync(id, null, EngineHost.Token);
        await _host.UntilAsync(id, status);
        return id;
    }
}
