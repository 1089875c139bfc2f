using System.Text.Json;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class PauseTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task A_pause_lets_the_running_step_end_and_stops_before_the_next()
    {
        var release = new TaskCompletionSource<string>();
        _host.Script.On("a", async (_, _) => await release.Task);

        var running = _host.Prepare(Two()).ExecuteAsync();
        await _host.UntilAsync("started a");
        _host.Run.RequestPause();
        release.SetResult("done");
        var paused = await running;
        var resumed = await _host.RunAsync(Two());

        paused.Kind.ShouldBe(RunOutcomeKind.Paused);
        resumed.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.ShouldBe(["started a", "completed a", "started b", "completed b"]);
    }

    [Fact]
    public async Task A_pause_does_not_wait_for_a_short_timer()
    {
        var flow = Two(new(2, TimeSpan.FromSeconds(5)));
        _host.Script.Fails("a", times: 1);

        var running = _host.Prepare(flow).ExecuteAsync();
        await _host.UntilAsync("failed a InvalidDataException retry");
        _host.Run.RequestPause();
        var paused = await running;
        _host.Time.Advance(TimeSpan.FromSeconds(5));
        var resumed = await _host.RunAsync(flow);

        paused.Kind.ShouldBe(RunOutcomeKind.Paused);
        resumed.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.ShouldContain("started a #2");
    }

    [Fact]
    public async Task Data_for_a_step_in_a_container_are_taken_before_a_pause()
    {
        var (both, ask, after) = (Flow.Control("both", "parallel"), Flow.Control("ask", "input", "both"), Flow.Call("after"));
        var flow = new Flow([both, ask, after], async run =>
        {
            await run.At(both).ParallelAsync(ParallelMode.All, null, new ParallelBranch("a", async run => Cel.Of(await run.At(ask).InputAsync("Approve", null, "{}"))));
            return Cel.Of((await run.At(after).ExecuteAsync(new(""))).Value);
        });
        await _host.RunAsync(flow);
        var run = _host.Prepare(flow);
        run.RequestPause();
        run.DeliverInput("ask", JsonElement.Parse("true"), "ann");

        var outcome = await run.ExecuteAsync();

        outcome.Kind.ShouldBe(RunOutcomeKind.Paused);
        _host.Events.ShouldBe(["started both", "started ask", "requested ask", "received ask", "completed ask", "completed both"]);
    }

    [Fact]
    public async Task A_host_that_stops_gives_the_run_up_at_the_next_boundary()
    {
        var run = _host.Prepare(Two());
        run.RequestDrain();

        (await run.ExecuteAsync()).Kind.ShouldBe(RunOutcomeKind.Abandoned);

        _host.Script.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_abandoned_run_ends_at_once_and_writes_nothing_more()
    {
        var release = new TaskCompletionSource<string>();
        CancellationToken token = default;
        _host.Script.On("a", async (_, given) =>
        {
            token = given;
            return await release.Task;
        });

        var running = _host.Prepare(Two()).ExecuteAsync();
        await _host.UntilAsync("started a");
        _host.Run.Abandon();
        var outcome = await running;
        release.SetResult("late");

        outcome.Kind.ShouldBe(RunOutcomeKind.Abandoned);
        token.IsCancellationRequested.ShouldBeTrue();
        _host.Events.ShouldBe(["started a"]);
    }

    [Fact]
    public async Task A_log_that_takes_no_more_ends_the_run_in_silence()
    {
        var outcome = await _host.Prepare(Two(), lastEntry: 1).ExecuteAsync();

        outcome.Kind.ShouldBe(RunOutcomeKind.Abandoned);
        _host.Script.Started.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_failed_step_can_be_skipped_with_an_output_in_its_place()
    {
        _host.Script.Fails("a");
        var failed = await _host.RunAsync(Two());
        var resumed = new ExecutionResumed(_host.Time.GetUtcNow(), PauseReason.User, "ann", failed.Voided, failed.Undone);
        resumed.Place("run-1", _host.Log.Entries.Count + 1);

        var run = _host.Prepare(Two(), [.. _host.Log.Entries, resumed]);
        run.Skip("a", JsonElement.Parse("""{"value":"given"}"""), "ann");
        var outcome = await run.ExecuteAsync();

        outcome.Outputs.ShouldBe(Cel.Of("given"));
        _host.Script.Started.ShouldBe(["a", "b"]);
        _host.Events.ShouldContain("skipped a user");
        (await _host.RunAsync(Two())).Outputs.ShouldBe(Cel.Of("given"));
    }

    [Fact]
    public async Task A_step_between_two_attempts_can_be_skipped()
    {
        var flow = Two(new(5, TimeSpan.FromMinutes(10)));
        _host.Script.Fails("a");
        (await _host.RunAsync(flow)).Kind.ShouldBe(RunOutcomeKind.Suspended);

        var run = _host.Prepare(flow);
        run.Skip("a", JsonElement.Parse("""{"value":"given"}"""), "ann");

        (await run.ExecuteAsync()).Outputs.ShouldBe(Cel.Of("given"));
    }

    private static Flow Two(RetryPolicy? retry = null)
    {
        var (a, b) = (Flow.Call("a", retry: retry), Flow.Call("b"));
        return new([a, b], async run =>
        {
            var first = await run.At(a).ExecuteAsync(new("1"));
            return Cel.Of((await run.At(b).ExecuteAsync(new(first.Value))).Value);
        });
    }
}
