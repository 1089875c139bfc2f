using System.Text.Json;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class WaitTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _pause = Flow.Control("pause", "wait");

    [Fact]
    public async Task A_short_wait_is_spent_in_memory()
    {
        var running = _host.Prepare(Pause(TimeSpan.FromSeconds(10))).ExecuteAsync();
        running.IsCompleted.ShouldBeFalse();
        _host.Time.Advance(TimeSpan.FromSeconds(10));

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task A_long_wait_suspends_the_run_and_counts_from_when_it_began()
    {
        var suspended = await _host.RunAsync(Pause(TimeSpan.FromHours(2)));
        _host.Time.Advance(TimeSpan.FromHours(1));
        var halfway = await _host.RunAsync(Pause(TimeSpan.FromHours(2)));
        _host.Time.Advance(TimeSpan.FromHours(1));
        var outcome = await _host.RunAsync(Pause(TimeSpan.FromHours(2)));

        suspended.Kind.ShouldBe(RunOutcomeKind.Suspended);
        suspended.DueAt.ShouldBe(new(2026, 1, 1, 2, 0, 0, TimeSpan.Zero));
        suspended.WaitsForInput.ShouldBeFalse();
        halfway.DueAt.ShouldBe(suspended.DueAt);
        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.ShouldBe(["started pause", "completed pause"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_wait_for_no_time_goes_on_at_once(int seconds) =>
        (await _host.RunAsync(Pause(TimeSpan.FromSeconds(seconds)))).Kind.ShouldBe(RunOutcomeKind.Completed);

    [Fact]
    public async Task A_wait_until_a_time_that_has_passed_goes_on_at_once()
    {
        var outcome = await _host.RunAsync(new([_pause], async run =>
        {
            await run.At(_pause).WaitUntilAsync(new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
            return CelValue.Null;
        }));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task A_wait_beyond_the_end_of_time_is_still_a_wait() =>
        (await _host.RunAsync(Pause(TimeSpan.MaxValue))).DueAt.ShouldBe(DateTimeOffset.MaxValue);

    [Fact]
    public async Task A_long_wait_beside_a_running_step_ends_in_time_without_suspending()
    {
        var both = Flow.Control("both", "parallel");
        var (pause, slow, after) = (Flow.Control("pause", "wait", "both"), Flow.Call("slow", "both"), Flow.Call("after", "both"));
        var release = new TaskCompletionSource<string>();
        _host.Script.On("slow", async (_, _) => await release.Task);
        var flow = new Flow([both, pause, slow, after], async run => await run.At(both).ParallelAsync(
            ParallelMode.All,
            null,
            new ParallelBranch("a", async run =>
            {
                await run.At(pause).WaitAsync(TimeSpan.FromHours(1));
                return Cel.Of((await run.At(after).ExecuteAsync(new("x"))).Value);
            }),
            new ParallelBranch("b", async run => Cel.Of((await run.At(slow).ExecuteAsync(new(""))).Value))));

        var running = _host.Prepare(flow).ExecuteAsync();
        await _host.UntilAsync("started pause");
        await _host.UntilAsync("started slow");
        await _host.PassUntilAsync("completed after", TimeSpan.FromHours(1));
        release.SetResult("done");

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task A_waiting_step_can_be_skipped()
    {
        await _host.RunAsync(Pause(TimeSpan.FromHours(2)));
        var run = _host.Prepare(Pause(TimeSpan.FromHours(2)));
        run.Skip("pause", null, "ann");

        (await run.ExecuteAsync()).Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.Last().ShouldBe("skipped pause user");
    }

    private Flow Pause(TimeSpan duration) => new([_pause], async run =>
    {
        await run.At(_pause).WaitAsync(duration);
        return CelValue.Null;
    });
}
