using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class LoopTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _while = Flow.Control("more", "while");
    private readonly StepSlot _repeat = Flow.Control("poll", "repeat");
    private readonly ActivitySlot<Call.Input, Call.Output> _step = Flow.Call("step", "more");
    private readonly ActivitySlot<Call.Input, Call.Output> _check = Flow.Call("check", "poll");

    [Fact]
    public async Task A_while_tests_before_each_pass()
    {
        var outcome = await _host.RunAsync(While(passes: 0, max: 5));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.ShouldBe(["started more", "completed more"]);
    }

    [Fact]
    public async Task A_while_may_need_exactly_as_many_passes_as_it_has() =>
        (await _host.RunAsync(While(passes: 5, max: 5))).Kind.ShouldBe(RunOutcomeKind.Completed);

    [Fact]
    public async Task A_while_that_needs_more_passes_fails_with_code_iteration_limit()
    {
        var outcome = await _host.RunAsync(While(passes: 6, max: 5));

        outcome.Error!.ShouldSatisfyAllConditions(error => error.StepId.ShouldBe("more"), error => error.Code.ShouldBe("iteration_limit"));
        _host.Script.Started.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_repeat_tests_after_each_pass()
    {
        var outcome = await _host.RunAsync(Repeat(passes: 1, max: 1));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Script.Started.ShouldBe(["poll[0]/check"]);
    }

    [Fact]
    public async Task A_repeat_that_needs_more_passes_fails_with_code_iteration_limit()
    {
        var outcome = await _host.RunAsync(Repeat(passes: 3, max: 2));

        outcome.Error!.Code.ShouldBe("iteration_limit");
        _host.Script.Started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_short_pause_between_passes_is_spent_in_memory()
    {
        var running = _host.Prepare(Repeat(passes: 2, max: 9, TimeSpan.FromSeconds(5))).ExecuteAsync();
        await _host.UntilAsync("completed poll[0]/check");
        running.IsCompleted.ShouldBeFalse();
        _host.Time.Advance(TimeSpan.FromSeconds(5));

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task A_long_pause_between_passes_suspends_the_run()
    {
        var flow = Repeat(passes: 2, max: 9, TimeSpan.FromMinutes(5));
        var suspended = await _host.RunAsync(flow);
        var early = await _host.RunAsync(Repeat(passes: 2, max: 9, TimeSpan.FromMinutes(5)));
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        var outcome = await _host.RunAsync(Repeat(passes: 2, max: 9, TimeSpan.FromMinutes(5)));

        suspended.DueAt.ShouldBe(new(2026, 1, 1, 0, 5, 0, TimeSpan.Zero));
        early.DueAt.ShouldBe(suspended.DueAt);
        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_evaluated_is_the_loops_own_failure()
    {
        var outcome = await _host.RunAsync(new([_while, _step], async run =>
        {
            await run.At(_while).WhileAsync(5, () => throw new CelException(CelErrorKind.NoSuchKey, "There is no 'x'."), _ => default);
            return CelValue.Null;
        }));

        outcome.Error!.ShouldBe(new StepError("more", "more", "There is no 'x'.", "expression", "no_such_key"));
    }

    private Flow While(int passes, int max) => new([_while, _step], async run =>
    {
        var done = 0;
        await run.At(_while).WhileAsync(max, () => done < passes, async run =>
        {
            await run.At(_step).ExecuteAsync(new(""));
            done++;
        });
        return CelValue.Null;
    });

    private Flow Repeat(int passes, int max, TimeSpan? delay = null) => new([_repeat, _check], async run =>
    {
        var done = 0;
        await run.At(_repeat).RepeatAsync(
            max,
            delay,
            async run =>
            {
                await run.At(_check).ExecuteAsync(new(""));
                done++;
            },
            () => done >= passes);
        return CelValue.Null;
    });
}
