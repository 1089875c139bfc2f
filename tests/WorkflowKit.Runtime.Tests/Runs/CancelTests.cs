using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class CancelTests
{
    private readonly RunHost _host = new();
    private readonly ActivitySlot<Call.Input, Call.Output> _a = Flow.Call("a");
    private readonly ActivitySlot<Call.Input, Call.Output> _undo = Flow.Call("undo", "a", undo: true);
    private readonly ActivitySlot<Call.Input, Call.Output> _b = Flow.Call("b");

    [Fact]
    public async Task A_cancel_reaches_the_running_steps_token_and_what_completed_is_undone()
    {
        _host.Script.On("b", Forever);

        var running = _host.Prepare(WithUndo()).ExecuteAsync();
        await _host.UntilAsync("started b");
        _host.Run.RequestCancel();
        var outcome = await running;

        outcome.Kind.ShouldBe(RunOutcomeKind.Cancelled);
        _host.Events.ShouldBe(["started a", "completed a", "started b", "failed b cancelled", "started undo", "completed undo"]);
    }

    [Fact]
    public async Task A_step_that_ignores_the_cancel_is_left_behind_after_the_grace_period()
    {
        var release = new TaskCompletionSource<string>();
        _host.Script.On("b", async (_, _) => await release.Task);

        var running = _host.Prepare(WithUndo()).ExecuteAsync();
        await _host.UntilAsync("started b");
        _host.Run.RequestCancel();
        var outcome = await _host.PassTimeAsync(running);
        var events = _host.Events.ToList();
        release.SetResult("late");

        outcome.Kind.ShouldBe(RunOutcomeKind.Cancelled);
        events.ShouldContain("failed b cancelled");
        _host.Events.ShouldBe(events);
    }

    [Fact]
    public async Task A_step_that_ends_well_in_spite_of_the_cancel_is_recorded_and_the_run_is_cancelled_all_the_same()
    {
        var release = new TaskCompletionSource<string>();
        _host.Script.On("b", async (_, _) => await release.Task);

        var running = _host.Prepare(WithUndo()).ExecuteAsync();
        await _host.UntilAsync("started b");
        _host.Run.RequestCancel();
        release.SetResult("done");

        (await running).Kind.ShouldBe(RunOutcomeKind.Cancelled);
        _host.Events.ShouldContain("completed b");
    }

    [Fact]
    public async Task Undoing_gets_a_token_that_is_not_cancelled()
    {
        var token = new CancellationToken(canceled: true);
        _host.Script.On("b", Forever).On("undo", (_, given) =>
        {
            token = given;
            return new("undone");
        });

        var running = _host.Prepare(WithUndo()).ExecuteAsync();
        await _host.UntilAsync("started b");
        _host.Run.RequestCancel();
        await running;

        token.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancel_that_came_before_the_run_is_carried_out_after_the_replay()
    {
        var run = _host.Prepare(WithUndo());
        run.RequestCancel();

        (await run.ExecuteAsync()).Kind.ShouldBe(RunOutcomeKind.Cancelled);

        _host.Script.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancel_that_a_crash_interrupted_is_ended_by_the_next_host()
    {
        _host.Script.On("b", Forever);
        var running = _host.Prepare(WithUndo()).ExecuteAsync();
        await _host.UntilAsync("started b");
        _host.Run.RequestCancel();
        await running;
        var whole = _host.Log.Entries;

        for (var length = 2; length <= whole.Count; length++)
        {
            var next = new RunHost(new Script().On("b", Forever));
            var run = next.Prepare(WithUndo(), [.. whole.Take(length)]);
            run.RequestCancel();

            (await run.ExecuteAsync()).Kind.ShouldBe(RunOutcomeKind.Cancelled);

            next.Events.Count(entry => entry == "completed undo").ShouldBe(1);
            next.Script.Started.Except(["undo"]).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_waiting_run_is_cancelled_at_once()
    {
        var both = Flow.Control("both", "parallel");
        var (pause, slow) = (Flow.Control("pause", "wait", "both"), Flow.Call("slow", "both"));
        _host.Script.On("slow", Forever);
        var flow = new Flow([both, pause, slow], async run => await run.At(both).ParallelAsync(
            ParallelMode.All,
            null,
            new ParallelBranch("a", async run =>
            {
                await run.At(pause).WaitAsync(TimeSpan.FromDays(1));
                return CelValue.Null;
            }),
            new ParallelBranch("b", async run => Cel.Of((await run.At(slow).ExecuteAsync(new(""))).Value))));

        var running = _host.Prepare(flow).ExecuteAsync();
        await _host.UntilAsync("started slow");
        await _host.UntilAsync("started pause");
        _host.Run.RequestCancel();

        (await running).Kind.ShouldBe(RunOutcomeKind.Cancelled);
        _host.Events.ShouldContain("failed pause cancelled");
        _host.Events.Last().ShouldBe("failed both cancelled");
    }

    private static async ValueTask<string> Forever(StepContext context, CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return "";
    }

    private Flow WithUndo() => new([_a, _undo, _b], async run =>
    {
        await run.At(_a).ExecuteAsync(new(""));
        run.At(_a).Compensate(async run => await run.At(_undo).ExecuteAsync(new("")));
        await run.At(_b).ExecuteAsync(new(""));
        return CelValue.Null;
    });
}
