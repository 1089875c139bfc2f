using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

/// <summary>A host that crashes after any entry of the log: the next one ends the execution as if nothing had happened.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_crash_at_any_entry_the_execution_ends_the_same_and_runs_no_completed_step_again(string name)
    {
        var (first, whole) = await RecordAsync(name);

        for (var length = 0; length <= whole.Count; length++)
        {
            var (flow, script) = Samples.Make(name);
            var host = Suspending(script);
            host.Time.SetUtcNow(whole[^1].Timestamp);
            var crashed = whole.Take(length).ToList();

            var outcome = await Driver.RunToEndAsync(host, flow, crashed);

            var story = $"after entry {length}:\n{string.Join('\n', host.Events)}";
            outcome.Kind.ShouldBe(first.Kind, $"{outcome.Divergence} {story}");
            if (!IsRace(name)) outcome.Outputs.ShouldBe(first.Outputs, story);
            outcome.Error.ShouldBe(first.Error, story);
            var completed = crashed.OfType<StepCompleted>().Select(entry => entry.Path).ToHashSet();
            script.Started.Where(completed.Contains).ShouldBeEmpty(story);
            Outcomes(host).ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_replay_of_the_whole_log_runs_nothing_and_writes_nothing(string name)
    {
        var (first, whole) = await RecordAsync(name);
        var (flow, script) = Samples.Make(name);
        var host = Suspending(script);
        host.Time.SetUtcNow(whole[^1].Timestamp);

        var outcome = await host.RunAsync(flow, whole);

        outcome.Kind.ShouldBe(first.Kind, $"{outcome.Divergence}");
        outcome.Outputs.ShouldBe(first.Outputs);
        outcome.Voided.Order().ShouldBe(first.Voided.Order());
        outcome.Undone.ShouldBe(first.Undone);
        script.Started.ShouldBeEmpty();
        host.Events.Skip(whole.Count).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_retry_of_a_failed_execution_with_healed_steps_completes(string name)
    {
        var (first, whole) = await RecordAsync(name);
        if (first.Kind != RunOutcomeKind.Failed) return;
        var (flow, _) = Samples.Make(name);
        var host = Suspending(new());
        host.Time.SetUtcNow(whole[^1].Timestamp);
        var resumed = new ExecutionResumed(host.Time.GetUtcNow(), PauseReason.User, "ann", first.Voided, first.Undone);
        resumed.Place("run-1", whole.Count + 1);

        var outcome = await Driver.RunToEndAsync(host, flow, [.. whole, resumed]);

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed, $"{outcome.Divergence}{outcome.Error}\n{string.Join('\n', host.Events)}");
        var kept = whole.OfType<StepCompleted>().Select(entry => entry.Path).Except(first.Voided);
        host.Script.Started.Intersect(kept).ShouldBeEmpty();
    }

    private static async Task<(RunOutcome Outcome, IReadOnlyList<ProgressEvent> Log)> RecordAsync(string name)
    {
        var (flow, script) = Samples.Make(name);
        var host = Suspending(script);
        return (await Driver.RunToEndAsync(host, flow, []), host.Log.Entries);
    }

    // The winner of a race is anybody's until it is in the log.
    private static bool IsRace(string name) => name == "parallel first";

    private static IEnumerable<string> Outcomes(RunHost host) => host.Log.Entries
        .Where(entry => entry is StepCompleted or StepSkipped or StepFailed { WillRetry: false })
        .Select(entry => ((StepEvent)entry).Path);

    private static RunHost Suspending(Script script)
    {
        var host = new RunHost(script);
        host.Services = host.Services with { Limits = new() { LongestWaitInMemory = TimeSpan.Zero } };
        return host;
    }
}
