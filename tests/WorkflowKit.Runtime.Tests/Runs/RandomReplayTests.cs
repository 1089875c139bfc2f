using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

/// <summary>What holds for every workflow, whatever raced with what: a log replays to itself, and a crash never runs a completed step again.</summary>
public sealed class RandomReplayTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_whole_log_replays_to_its_own_end_without_a_step(int seed)
    {
        var (first, whole) = await RecordAsync(seed);

        var (outcome, host) = await ContinueAsync(seed, whole, whole[^1].Timestamp);

        outcome.Kind.ShouldBe(first.Kind, $"{outcome.Divergence}\n{string.Join('\n', host.Events)}");
        outcome.Error.ShouldBe(first.Error);
        outcome.Voided.Order().ShouldBe(first.Voided.Order());
        outcome.Undone.ShouldBe(first.Undone);
        host.Script.Started.ShouldBeEmpty();
        // A strand that was cut off may come a little further than the first time, up to its next step.
        host.Events.Skip(whole.Count).ShouldAllBe(entry => entry.StartsWith("skipped"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_crash_anywhere_ends_the_execution_without_running_a_completed_step_again(int seed)
    {
        var (_, whole) = await RecordAsync(seed);

        for (var length = 0; length < whole.Count; length += 1 + whole.Count / 25)
        {
            var crashed = whole.Take(length).ToList();

            var (outcome, host) = await ContinueAsync(seed, crashed, whole[^1].Timestamp);

            var story = $"after entry {length} of\n{string.Join('\n', whole.Select(RunHost.Describe))}\n\ncame\n{string.Join('\n', host.Events.Skip(length))}";
            outcome.Kind.ShouldBeOneOf([RunOutcomeKind.Completed, RunOutcomeKind.Failed], $"{outcome.Divergence} {story}");
            host.Script.Started.Intersect(crashed.OfType<StepCompleted>().Select(entry => entry.Path)).ShouldBeEmpty(story);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_retry_of_a_failed_execution_whose_steps_have_healed_completes(int seed)
    {
        var (first, whole) = await RecordAsync(seed);
        if (first.Kind != RunOutcomeKind.Failed) return;
        var host = Suspending(new() { Yields = true });
        host.Time.SetUtcNow(whole[^1].Timestamp);
        var resumed = new ExecutionResumed(host.Time.GetUtcNow(), PauseReason.User, "ann", first.Voided, first.Undone);
        resumed.Place("run-1", whole.Count + 1);

        var outcome = await Driver.RunToEndAsync(host, RandomFlow.Grow(seed).Flow, [.. whole, resumed]);

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed, $"{outcome.Divergence}{outcome.Error}\n{string.Join('\n', first.Voided)}\n\n{string.Join('\n', host.Events)}");
    }

    private static async Task<(RunOutcome Outcome, IReadOnlyList<ProgressEvent> Log)> RecordAsync(int seed)
    {
        var (outcome, host) = await ContinueAsync(seed, [], new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (outcome, host.Log.Entries);
    }

    private static async Task<(RunOutcome Outcome, RunHost Host)> ContinueAsync(int seed, IReadOnlyList<ProgressEvent> recorded, DateTimeOffset now)
    {
        var (flow, script) = RandomFlow.Grow(seed);
        var host = Suspending(script);
        host.Time.SetUtcNow(now);
        return (await Driver.RunToEndAsync(host, flow, recorded), host);
    }

    private static RunHost Suspending(Script script)
    {
        var host = new RunHost(script);
        host.Services = host.Services with { Limits = new() { LongestWaitInMemory = TimeSpan.Zero } };
        return host;
    }
}
