using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class TryTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _guard = Flow.Control("guard", "try");
    private readonly ActivitySlot<Call.Input, Call.Output> _risky = Flow.Call("risky", "guard");
    private readonly ActivitySlot<Call.Input, Call.Output> _mend = Flow.Call("mend", "guard");
    private readonly ActivitySlot<Call.Input, Call.Output> _tidy = Flow.Call("tidy", "guard");

    [Fact]
    public async Task A_catch_is_given_the_error_and_the_run_goes_on()
    {
        StepError? seen = null;
        _host.Script.Fails("risky");

        var outcome = await _host.RunAsync(Guarded(error =>
        {
            seen = error;
            return true;
        }));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        seen.ShouldBe(new StepError("risky", "risky", "risky failed", "InvalidDataException", null));
        _host.Events.Last().ShouldBe("completed guard");
    }

    [Fact]
    public async Task A_failure_that_no_clause_handles_goes_on_after_the_finally()
    {
        _host.Script.Fails("risky");

        var outcome = await _host.RunAsync(Guarded(_ => false));

        outcome.Error!.StepId.ShouldBe("risky");
        _host.Script.Completed.ShouldBe(["tidy"]);
    }

    [Fact]
    public async Task A_failure_in_a_catch_is_the_one_that_goes_on()
    {
        _host.Script.Fails("risky").Fails("mend");

        var outcome = await _host.RunAsync(Guarded(_ => true));

        outcome.Error!.StepId.ShouldBe("mend");
        _host.Script.Completed.ShouldBe(["tidy"]);
        outcome.Voided.Order().ShouldBe(["guard", "mend", "tidy"]);
    }

    [Fact]
    public async Task An_expression_in_a_catch_that_cannot_be_evaluated_fails_the_step_it_stands_at()
    {
        _host.Script.Fails("risky");

        var outcome = await _host.RunAsync(Guarded(_ => throw new CelException(CelErrorKind.DivideByZero, "Division by zero.")));

        outcome.Error!.ShouldSatisfyAllConditions(error => error.StepId.ShouldBe("guard"), error => error.Code.ShouldBe("divide_by_zero"));
    }

    [Fact]
    public async Task A_finally_runs_after_a_cancel_with_a_token_of_its_own()
    {
        var token = new CancellationToken(canceled: true);
        _host.Script.On("risky", async (_, given) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, given);
            return "";
        }).On("tidy", (_, given) =>
        {
            token = given;
            return new("tidy");
        });

        var running = _host.Prepare(Guarded(_ => true)).ExecuteAsync();
        await _host.UntilAsync("started risky");
        _host.Run.RequestCancel();

        (await running).Kind.ShouldBe(RunOutcomeKind.Cancelled);
        token.IsCancellationRequested.ShouldBeFalse();
        _host.Events.ShouldBe(["started guard", "started risky", "failed risky cancelled", "started tidy", "completed tidy", "failed guard cancelled"]);
    }

    [Fact]
    public async Task A_fail_step_enters_the_catch_with_its_code()
    {
        var fail = Flow.Control("stop", "fail", "guard");
        StepError? seen = null;

        var outcome = await _host.RunAsync(new([_guard, fail], async run =>
        {
            await run.At(_guard).TryAsync(
                run => throw run.At(fail).Fail("Too much.", "over_limit"),
                (_, error) =>
                {
                    seen = error;
                    return new(true);
                },
                null);
            return CelValue.Null;
        }));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        seen.ShouldBe(new StepError("stop", "stop", "Too much.", "fail", "over_limit"));
    }

    private Flow Guarded(Func<StepError, bool> handles) => new([_guard, _risky, _mend, _tidy], async run =>
    {
        await run.At(_guard).TryAsync(
            async run => await run.At(_risky).ExecuteAsync(new("")),
            async (run, error) =>
            {
                if (!handles(error)) return false;
                await run.At(_mend).ExecuteAsync(new(""));
                return true;
            },
            async run => await run.At(_tidy).ExecuteAsync(new("")));
        return CelValue.Null;
    });
}
