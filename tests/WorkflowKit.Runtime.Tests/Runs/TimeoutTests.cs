using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class TimeoutTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_cancelled_and_fails_with_code_timeout()
    {
        _host.Script.On("a", async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "";
        });

        var outcome = await _host.PassTimeAsync(_host.Prepare(One()).ExecuteAsync());

        outcome.Error!.Code.ShouldBe("timeout");
        outcome.Error.Type.ShouldBe("timeout");
        _host.Events.ShouldBe(["started a", "failed a timeout"]);
    }

    [Fact]
    public async Task A_step_that_ignores_its_timeout_is_left_behind_and_its_late_result_is_dropped()
    {
        var release = new TaskCompletionSource<string>();
        _host.Script.On("a", async (_, _) => await release.Task);

        var outcome = await _host.PassTimeAsync(_host.Prepare(One()).ExecuteAsync());
        release.SetResult("late");

        outcome.Error!.Code.ShouldBe("timeout");
        _host.Events.ShouldBe(["started a", "failed a timeout"]);
    }

    [Fact]
    public async Task A_step_that_blocks_its_thread_runs_out_of_time_too()
    {
        using var gate = new ManualResetEventSlim();
        _host.Script.On("a", (_, _) =>
        {
            gate.Wait(TestContext.Current.CancellationToken);
            return new("late");
        });

        var outcome = await _host.PassTimeAsync(_host.Prepare(One()).ExecuteAsync());
        gate.Set();

        outcome.Error!.Code.ShouldBe("timeout");
    }

    [Fact]
    public async Task A_timeout_counts_for_each_attempt()
    {
        var a = Flow.Call("a", retry: new(2, TimeSpan.Zero), timeout: TimeSpan.FromSeconds(30));
        _host.Script.On("a", async (context, token) =>
        {
            if (context.Attempt == 1) await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "second";
        });

        var outcome = await _host.PassTimeAsync(_host.Prepare(new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new(""))).Value))).ExecuteAsync());

        outcome.Outputs.ShouldBe(Cel.Of("second"));
        _host.Events.ShouldBe(["started a", "failed a timeout retry", "started a #2", "completed a"]);
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_its_workflow_allows_fails_and_undoes_what_it_did()
    {
        var (a, undo, b) = (Flow.Call("a"), Flow.Call("undo", "a", undo: true), Flow.Call("b"));
        _host.Script.On("b", async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "";
        });
        var flow = new Flow([a, undo, b], async run =>
        {
            await run.At(a).ExecuteAsync(new(""));
            run.At(a).Compensate(async run => await run.At(undo).ExecuteAsync(new("")));
            await run.At(b).ExecuteAsync(new(""));
            return CelValue.Null;
        }) { Options = new() { Timeout = TimeSpan.FromSeconds(90) } };

        var running = _host.Prepare(flow).ExecuteAsync();
        await _host.UntilAsync("started b");
        var outcome = await _host.PassTimeAsync(running);

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        outcome.Error!.ShouldSatisfyAllConditions(error => error.Code.ShouldBe("timeout"), error => error.StepId.ShouldBeNull());
        outcome.Voided.ShouldBe(["b", "a", "undo"]);
        _host.Events.ShouldBe(["started a", "completed a", "started b", "failed b cancelled", "started undo", "completed undo"]);
    }

    [Fact]
    public async Task A_suspended_run_is_due_at_its_workflows_timeout_at_the_latest()
    {
        var pause = Flow.Control("pause", "wait");
        var flow = new Flow([pause], async run =>
        {
            await run.At(pause).WaitAsync(TimeSpan.FromDays(9));
            return CelValue.Null;
        }) { Options = new() { Timeout = TimeSpan.FromDays(7) } };

        var suspended = await _host.RunAsync(flow);
        _host.Time.Advance(TimeSpan.FromDays(7));
        var outcome = await _host.RunAsync(flow);

        suspended.DueAt.ShouldBe(new(2026, 1, 8, 0, 0, 0, TimeSpan.Zero));
        outcome.Error!.Code.ShouldBe("timeout");
    }

    private static Flow One()
    {
        var a = Flow.Call("a", timeout: TimeSpan.FromSeconds(30));
        return new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new("x"))).Value));
    }
}
