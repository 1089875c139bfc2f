using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class StateTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task A_step_is_pending_then_completed_with_its_times_and_the_same_after_a_replay()
    {
        var a = Flow.Call("a", observed: true);
        var seen = new List<StepState>();
        var flow = new Flow([a], async run =>
        {
            seen.Add(run.State(a));
            await run.At(a).ExecuteAsync(new(""));
            seen.Add(run.State(a));
            return CelValue.Null;
        });

        await _host.RunAsync(flow);
        _host.Time.Advance(TimeSpan.FromDays(1));
        await _host.RunAsync(flow);

        var done = new StepState(StepStatus.Completed, null, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        seen.ShouldBe([default, done, default, done]);
    }

    [Fact]
    public async Task A_skipped_step_is_skipped()
    {
        var a = Flow.Call("a", observed: true);

        var outcome = await _host.RunAsync(new([a], run =>
        {
            run.At(a).When(false);
            return new(Cel.Of(run.State(a).Status.ToString()));
        }));

        outcome.Outputs.ShouldBe(Cel.Of("Skipped"));
    }

    [Fact]
    public async Task Each_pass_of_a_loop_has_states_of_its_own_and_sees_those_outside()
    {
        var (outside, each, inside) = (Flow.Call("outside", observed: true), Flow.Control("each", "forEach"), Flow.Call("inside", "each", observed: true));
        var seen = new List<(StepStatus, StepStatus)>();

        await _host.RunAsync(new([outside, each, inside], async run =>
        {
            await run.At(outside).ExecuteAsync(new(""));
            await run.At(each).ForEachAsync(new[] { 1, 2 }, 1, async (run, item, _) =>
            {
                if (run.At(inside).When(item == 1)) await run.At(inside).ExecuteAsync(new(""));
                seen.Add((run.State(inside).Status, run.State(outside).Status));
            });
            return CelValue.Null;
        }));

        seen.ShouldBe([(StepStatus.Completed, StepStatus.Completed), (StepStatus.Skipped, StepStatus.Completed)]);
    }
}
