using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class RecoveryTests
{
    public static TheoryData<string, int> Points => new()
    {
        { nameof(CrashPoint.Created), 1 }, { nameof(CrashPoint.BeforeStart), 1 }, { nameof(CrashPoint.AfterStart), 1 },
        { nameof(CrashPoint.BeforeFlush), 1 }, { nameof(CrashPoint.AfterFlush), 1 }, { nameof(CrashPoint.BeforeFlush), 2 }, { nameof(CrashPoint.AfterFlush), 2 },
        { nameof(CrashPoint.BeforePause), 1 }, { nameof(CrashPoint.AfterPause), 1 }, { nameof(CrashPoint.TimerFound), 1 },
        { nameof(CrashPoint.BeforeStart), 2 }, { nameof(CrashPoint.AfterStart), 2 }, { nameof(CrashPoint.BeforeEnd), 1 }, { nameof(CrashPoint.AfterEnd), 1 },
    };

    [Theory, MemberData(nameof(Points))]
    public async Task An_execution_whose_host_dies_anywhere_is_brought_to_its_end_by_the_next(string point, int time)
    {
        var death = new Death(Enum.Parse<CrashPoint>(point), time);
        var dead = new EngineHost(crashPoints: death);
        dead.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        _ = dead.Engine.StartAsync("flow", cancellationToken: EngineHost.Token);
        await dead.PassTimeUntilAsync(TimeSpan.FromMinutes(1), () => Task.FromResult(false));

        await using var next = new EngineHost(dead);
        await next.Implementation.EnsureStartedAsync();
        var id = (await next.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        await next.PassTimeUntilAsync(TimeSpan.FromMinutes(1), id, ExecutionStatus.Completed);

        var record = await next.GetAsync(id);
        record.StepResults.ShouldAllBe(step => step.Status == StepStatus.Completed);
        var events = await next.EventsAsync(id);
        foreach (var once in (string[])["started", "  completed before", "  completed pause", "  completed after", "completed"])
            events.Count(entry => entry == once).ShouldBe(1, once);
    }

    [Theory]
    [InlineData(nameof(CrashPoint.BeforeControl)), InlineData(nameof(CrashPoint.AfterControl))]
    public async Task A_control_that_was_acknowledged_or_stored_is_carried_out_by_the_next_host(string point)
    {
        var death = new Death(Enum.Parse<CrashPoint>(point));
        var dead = new EngineHost(crashPoints: death);
        dead.Registry.Add(Workflows.Asking("flow"));
        var paused = await dead.RunAsync("flow");
        _ = dead.Engine.SupplyInputAsync(paused.Id, "ask", EngineHost.Json("""{"approved":true}"""), cancellationToken: EngineHost.Token);
        await dead.RestAsync();
        dead.Died.IsCompleted.ShouldBeTrue();

        await using var next = new EngineHost(dead);
        await next.Implementation.EnsureStartedAsync();
        next.Time.Advance(TimeSpan.FromMinutes(1));

        (await next.UntilAsync(paused.Id, ExecutionStatus.Completed)).Outputs!.Value.GetProperty("approved").GetBoolean().ShouldBeTrue();
        (await next.EventsAsync(paused.Id)).Count(entry => entry.Contains("received")).ShouldBe(1);
    }

    [Fact]
    public async Task A_step_that_was_under_way_runs_again_with_the_same_key_and_the_next_attempt()
    {
        var death = new Death(CrashPoint.BeforeFlush, 2);
        var dead = new EngineHost(crashPoints: death);
        dead.Registry.Add(Workflows.Sequence("flow", "a", "b", "c"));
        var id = await dead.StartAsync("flow");
        await dead.RestAsync();
        dead.Died.IsCompleted.ShouldBeTrue();
        var key = dead.Script.Keys["a"];

        await using var next = new EngineHost(dead);
        await next.Implementation.EnsureStartedAsync();
        next.Time.Advance(TimeSpan.FromMinutes(1));

        var record = await next.UntilAsync(id, ExecutionStatus.Completed);
        (await next.EventsAsync(id)).ShouldContain("resumed recovery");
        next.Script.Started.Count(path => path == "a").ShouldBe(1);
        next.Script.Keys["a"].ShouldBe(key);
        record.Progress.ShouldBe(new ExecutionProgress(3, 3));
    }

    [Fact]
    public async Task A_stop_lets_the_running_step_end_and_the_next_host_goes_on_at_once()
    {
        var host = new EngineHost(options: new() { ShutdownGrace = TimeSpan.FromSeconds(30) });
        var gate = new TaskCompletionSource();
        host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        host.Script.On("a", async (_, _) =>
        {
            await gate.Task;
            return "a";
        });
        var run = host.RunAsync("flow");
        var id = (await host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items[0].Id;

        var stopping = host.Implementation.StopAsync(EngineHost.Token);
        await Should.ThrowAsync<EngineStoppedException>(host.StartAsync("flow"));
        gate.SetResult();
        await stopping;
        await Should.ThrowAsync<EngineStoppedException>(run);
        await using var next = new EngineHost(host);
        await next.Implementation.EnsureStartedAsync();

        (await next.UntilAsync(id, ExecutionStatus.Completed)).StepResults.ShouldAllBe(step => step.Attempt == 1);
        next.Script.Started.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_step_that_outlasts_the_grace_is_cut_off_and_run_again_by_the_next_host()
    {
        var host = new EngineHost(options: new() { ShutdownGrace = TimeSpan.Zero });
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        host.Script.On("a", async (context, token) =>
        {
            if (context.Attempt == 1) await Task.Delay(Timeout.Infinite, token);
            return "a";
        });
        var id = await host.StartAsync("flow");
        await host.UntilStartedAsync(id, "a");

        await host.DisposeAsync();
        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Running);
        await using var next = new EngineHost(host);
        await next.Implementation.EnsureStartedAsync();

        (await next.UntilAsync(id, ExecutionStatus.Completed)).StepResults.ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_log_that_the_program_does_not_follow_pauses_the_execution()
    {
        await using var host = new EngineHost();
        host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        host.Registry.Add(Workflows.Sequence("flow", "other"));

        host.Time.Advance(TimeSpan.FromHours(1));

        (await host.UntilAsync(id, record => record.WaitsFor?.Reason == PauseReason.Recovery)).Error!.Code.ShouldBe("divergence");
    }

    [Fact]
    public async Task An_execution_that_its_program_does_not_follow_can_be_cancelled()
    {
        await using var host = new EngineHost();
        host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        host.Registry.Add(Workflows.Sequence("flow", "other"));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.UntilAsync(id, record => record.WaitsFor?.Reason == PauseReason.Recovery);

        await host.Engine.CancelAsync(id, null, EngineHost.Token);

        await host.UntilAsync(id, ExecutionStatus.Cancelled);
    }
}
