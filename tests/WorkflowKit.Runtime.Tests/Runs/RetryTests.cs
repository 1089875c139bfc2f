using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class RetryTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task A_failing_step_is_tried_again_after_its_delay_and_every_attempt_is_logged()
    {
        _host.Script.Fails("a", times: 1);

        var running = _host.Prepare(One(new(3, TimeSpan.FromSeconds(2)))).ExecuteAsync();
        await _host.UntilAsync("failed a InvalidDataException retry");
        var failed = _host.Log.Entries.OfType<StepFailed>().Single();
        running.IsCompleted.ShouldBeFalse();
        _host.Time.Advance(TimeSpan.FromSeconds(2));

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
        failed.RetryAt.ShouldBe(failed.Timestamp + TimeSpan.FromSeconds(2));
        _host.Events.ShouldBe(["started a", "failed a InvalidDataException retry", "started a #2", "completed a"]);
    }

    [Fact]
    public async Task The_last_attempt_fails_the_step_for_good()
    {
        _host.Script.Fails("a");

        var outcome = await _host.PassTimeAsync(_host.Prepare(One(new(3, TimeSpan.FromSeconds(1)))).ExecuteAsync());

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        _host.Log.Entries.OfType<StepFailed>().Select(failed => (failed.Attempt, failed.WillRetry)).ShouldBe([(1, true), (2, true), (3, false)]);
    }

    [Fact]
    public async Task A_long_delay_suspends_the_run_until_its_time()
    {
        _host.Script.Fails("a", times: 1);
        var flow = One(new(2, TimeSpan.FromMinutes(10)));

        var suspended = await _host.RunAsync(flow);
        var due = _host.Log.Entries.OfType<StepFailed>().Single().RetryAt;
        _host.Time.SetUtcNow(due!.Value);
        var outcome = await _host.RunAsync(flow);

        suspended.Kind.ShouldBe(RunOutcomeKind.Suspended);
        suspended.DueAt.ShouldBe(due);
        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.Last().ShouldBe("completed a");
    }

    [Fact]
    public async Task A_run_that_comes_back_too_early_waits_on()
    {
        _host.Script.Fails("a", times: 1);
        var flow = One(new(2, TimeSpan.FromMinutes(10)));
        await _host.RunAsync(flow);

        var outcome = await _host.RunAsync(flow);

        outcome.Kind.ShouldBe(RunOutcomeKind.Suspended);
        _host.Events.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Attempts_share_an_idempotency_key_and_steps_do_not()
    {
        var keys = new List<string>();
        _host.Script.On("a", (context, _) =>
        {
            keys.Add(context.IdempotencyKey);
            return context.Attempt < 3 ? throw new InvalidDataException() : new("done");
        });
        var (a, b) = (Flow.Call("a", retry: new(3, TimeSpan.Zero)), Flow.Call("b"));

        await _host.RunAsync(new([a, b], async run =>
        {
            await run.At(a).ExecuteAsync(new(""));
            await run.At(b).ExecuteAsync(new(""));
            return CelValue.Null;
        }));

        keys.Count.ShouldBe(3);
        keys.Distinct().ShouldHaveSingleItem().ShouldNotBe(_host.Script.Keys["b"]);
    }

    [Theory]
    [InlineData(RetryBackoff.Constant, 1, 2.0)]
    [InlineData(RetryBackoff.Constant, 5, 2.0)]
    [InlineData(RetryBackoff.Linear, 3, 6.0)]
    [InlineData(RetryBackoff.Exponential, 1, 2.0)]
    [InlineData(RetryBackoff.Exponential, 3, 8.0)]
    [InlineData(RetryBackoff.Exponential, 9, 30.0)]
    [InlineData(RetryBackoff.Exponential, 5000, 30.0)]
    public void Delays_grow_as_the_policy_says_up_to_its_longest(RetryBackoff backoff, int attempt, double seconds) =>
        new RetryPolicy(9999, TimeSpan.FromSeconds(2)) { Backoff = backoff, MaxDelay = TimeSpan.FromSeconds(30) }
            .DelayAfter(attempt, 0.3).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Jitter_spreads_a_delay_between_its_half_and_its_whole()
    {
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(10)) { Jitter = true };

        policy.DelayAfter(1, 0).ShouldBe(TimeSpan.FromSeconds(5));
        policy.DelayAfter(1, 1).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Growth_without_a_limit_stays_what_a_clock_can_hold() =>
        new RetryPolicy(9999, TimeSpan.FromDays(1)) { Backoff = RetryBackoff.Exponential }.DelayAfter(5000, 0).ShouldBe(TimeSpan.FromDays(365));

    private static Flow One(RetryPolicy retry)
    {
        var a = Flow.Call("a", retry: retry);
        return new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new("x"))).Value));
    }
}
