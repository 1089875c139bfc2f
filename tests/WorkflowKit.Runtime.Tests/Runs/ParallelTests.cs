using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class ParallelTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _both = Flow.Control("both", "parallel");
    private readonly ActivitySlot<Call.Input, Call.Output> _a = Flow.Call("a", "both");
    private readonly ActivitySlot<Call.Input, Call.Output> _b = Flow.Call("b", "both");
    private readonly ActivitySlot<Call.Input, Call.Output> _c = Flow.Call("c", "both");

    [Fact]
    public async Task All_branches_run_at_once_and_their_outputs_are_named_by_branch()
    {
        var (aRuns, bRuns) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Script.On("a", async (_, _) =>
        {
            aRuns.SetResult();
            await bRuns.Task;
            return "A";
        }).On("b", async (_, _) =>
        {
            bRuns.SetResult();
            await aRuns.Task;
            return "B";
        });

        var outcome = await _host.RunAsync(Branches(ParallelMode.All));

        outcome.Outputs.ShouldBe(CelValue.Map(("a", Cel.Of("A")), ("b", Cel.Of("B")), ("c", Cel.Of("c"))));
    }

    [Fact]
    public async Task In_all_the_first_failure_cancels_the_others_waits_for_them_and_fails()
    {
        var cancelled = false;
        _host.Script.On("b", Forever(() => cancelled = true)).On("a", async (_, _) =>
        {
            await _host.UntilAsync("started b");
            throw new InvalidDataException("a failed");
        });

        var outcome = await _host.RunAsync(Branches(ParallelMode.All));

        outcome.Error!.StepId.ShouldBe("a");
        cancelled.ShouldBeTrue();
        _host.Events.ShouldContain("failed b cancelled");
        _host.Events.Last().ShouldBe("failed both InvalidDataException");
        outcome.Voided.ShouldContain("b");
    }

    [Fact]
    public async Task In_settle_all_run_to_their_end_and_the_failure_names_each_that_failed()
    {
        _host.Script.Fails("a").Fails("c");

        var outcome = await _host.RunAsync(Branches(ParallelMode.Settle));

        outcome.Error!.StepId.ShouldBe("both");
        outcome.Error.Message.ShouldContain("a: a failed");
        outcome.Error.Message.ShouldContain("c: c failed");
        _host.Events.ShouldContain("completed b");
        outcome.Voided.Order().ShouldBe(["a", "both", "c"]);
    }

    [Fact]
    public async Task In_first_the_winner_cancels_the_others_and_only_its_output_is_there()
    {
        _host.Script.On("a", Forever()).On("c", Forever()).On("b", async (_, _) =>
        {
            await _host.UntilAsync("started a");
            await _host.UntilAsync("started c");
            return "b";
        });

        var outcome = await _host.RunAsync(Branches(ParallelMode.First));

        outcome.Outputs.ShouldBe(CelValue.Map(("b", Cel.Of("b"))));
        _host.Events.ShouldContain("failed a cancelled");
        _host.Events.ShouldContain("failed c cancelled");
    }

    [Fact]
    public async Task In_first_a_failure_lets_the_others_go_on_and_all_failures_fail()
    {
        _host.Script.Fails("a").Fails("b");
        (await _host.RunAsync(Branches(ParallelMode.First))).Outputs.ShouldBe(CelValue.Map(("c", Cel.Of("c"))));

        var none = new RunHost(new Script().Fails("a").Fails("b").Fails("c"));
        var error = (await none.RunAsync(Branches(ParallelMode.First))).Error.ShouldNotBeNull();
        error.StepId.ShouldBe("both");
        error.Message.ShouldStartWith("3 branches failed: ");
    }

    [Fact]
    public async Task No_more_branches_run_at_once_than_the_limit()
    {
        var (running, most) = (0, 0);
        foreach (var path in (string[])["a", "b", "c"])
        {
            _host.Script.On(path, async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                for (var i = 0; i < 50; i++) await Task.Yield();
                Interlocked.Decrement(ref running);
                return path;
            });
        }

        var outcome = await _host.RunAsync(Branches(ParallelMode.All, maxConcurrency: 1));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        most.ShouldBe(1);
    }

    [Fact]
    public async Task A_branch_that_is_not_taken_is_skipped_and_has_no_output()
    {
        var outcome = await _host.RunAsync(new([_both, _a, _b], async run => await run.At(_both).ParallelAsync(
            ParallelMode.First,
            null,
            new ParallelBranch("a", _ => throw new InvalidOperationException()) { If = () => false, Steps = [_a] },
            Branch(_b))));

        outcome.Outputs.ShouldBe(CelValue.Map(("b", Cel.Of("b"))));
        _host.Events.ShouldContain("skipped a branch");
    }

    [Fact]
    public async Task A_parallel_without_branches_completes()
    {
        var outcome = await _host.RunAsync(new([_both], async run => await run.At(_both).ParallelAsync(ParallelMode.All, null)));

        outcome.Outputs.ShouldBe(CelValue.Map());
    }

    [Fact]
    public async Task A_return_in_a_branch_ends_the_run_as_completed()
    {
        var done = Flow.Control("done", "return", "both");
        _host.Script.On("a", Forever());

        var outcome = await _host.RunAsync(new([_both, _a, done], async run => await run.At(_both).ParallelAsync(
            ParallelMode.All, null, Branch(_a), new ParallelBranch("r", run => throw run.At(done).Return(Cel.Of(7))))));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        outcome.Outputs.ShouldBe(Cel.Of(7));
    }

    private static Func<StepContext, CancellationToken, ValueTask<string>> Forever(Action? onCancelled = null) => async (_, token) =>
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        finally
        {
            onCancelled?.Invoke();
        }

        return "";
    };

    private static ParallelBranch Branch(ActivitySlot<Call.Input, Call.Output> slot) =>
        new(slot.Id, async run => Cel.Of((await run.At(slot).ExecuteAsync(new(slot.Id))).Value));

    private Flow Branches(ParallelMode mode, int? maxConcurrency = null) => new(
        [_both, _a, _b, _c], async run => await run.At(_both).ParallelAsync(mode, maxConcurrency, Branch(_a), Branch(_b), Branch(_c)));
}
