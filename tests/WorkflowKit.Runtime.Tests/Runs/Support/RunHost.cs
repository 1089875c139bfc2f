using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Everything around a run: services, clock, log, children.</summary>
internal sealed class RunHost
{
    private static readonly TimeSpan RealTimeForAStep = TimeSpan.FromMilliseconds(10);
    private static readonly StepCatalogue Catalogue = new([StepRegistration.Of<Call, Call.Input, Call.Output>(), StepRegistration.Of<Quick, Quick.Input, Quick.Output>()]);

    internal RunHost(Script? script = null)
    {
        Script = script ?? new();
        Provider = new ServiceCollection().AddSingleton(Script).BuildServiceProvider();
        Services = new()
        {
            Catalogue = Catalogue, Services = Provider, Time = Time, Loggers = NullLoggerFactory.Instance, Random = () => 0.5,
        };
    }

    internal Script Script { get; }

    internal FakeTimeProvider Time { get; } = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    internal ServiceProvider Provider { get; }

    internal RunServices Services { get; set; }

    internal TestChildren Children { get; } = new();

    internal MemoryLog Log { get; private set; } = new([]);

    internal WorkflowRun Run { get; private set; } = null!;

    internal IEnumerable<string> Events => Log.Entries.Select(Describe);

    /// <summary>A run over a log; the log of the run before unless another is given.</summary>
    internal WorkflowRun Prepare(Flow flow, IReadOnlyList<ProgressEvent>? recorded = null, int lastEntry = int.MaxValue)
    {
        flow.Bind(Services);
        recorded ??= Log.Entries;
        Log = new MemoryLog(recorded) { LastEntry = lastEntry };
        Run = new WorkflowRun(new()
        {
            Program = flow,
            Execution = new("run-1", "flow", "ann", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), ExecutionTrigger.Manual),
            Inputs = JsonElement.Parse("{}"),
            Services = Services,
            Log = Log,
            Children = Children,
            Recorded = recorded,
        });
        return Run;
    }

    internal async Task<RunOutcome> RunAsync(Flow flow, IReadOnlyList<ProgressEvent>? recorded = null) =>
        await Prepare(flow, recorded).ExecuteAsync().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <summary>Lets time pass, second by second, until the run has ended.</summary>
    internal async Task<RunOutcome> PassTimeAsync(Task<RunOutcome> running)
    {
        await PollAsync(() => running.IsCompleted, TimeSpan.FromSeconds(1));
        return await running;
    }

    /// <summary>Lets time pass in steps until the log has an entry that looks like this.</summary>
    internal Task PassUntilAsync(string description, TimeSpan step) => PollAsync(() => Events.Contains(description), step);

    /// <summary>Waits until the log has an entry that looks like this.</summary>
    internal Task UntilAsync(string description) => PollAsync(() => Events.Contains(description), TimeSpan.Zero);

    // Time passes with every look, so a timer that is set late comes to its turn all the same. Between two looks the run has real time for what
    // needs none of its own: else an attempt that waits for a thread would be out of time before it has one.
    private Task PollAsync(Func<bool> done, TimeSpan step)
    {
        return Poll.UntilAsync(DoneAfterAStepAsync, TimeSpan.FromSeconds(30), () => new($"It does not come. The log:\n{string.Join('\n', Events)}"));

        async ValueTask<bool> DoneAfterAStepAsync()
        {
            if (done()) return true;
            if (step == TimeSpan.Zero) return false;
            await Task.Delay(RealTimeForAStep, TimeProvider.System);
            if (done()) return true;
            Time.Advance(step);
            return false;
        }
    }

    internal static string Describe(ProgressEvent entry) => entry switch
    {
        StepFailed failed => $"failed {failed.Path} {failed.Error.Code ?? failed.Error.Type}{(failed.WillRetry ? " retry" : "")}",
        StepSkipped skipped => $"skipped {skipped.Path} {skipped.Reason.ToString().ToLowerInvariant()}",
        StepStarted { Attempt: > 1 } started => $"started {started.Path} #{started.Attempt}",
        StepEvent step => $"{step.Type.Split('_')[1]} {step.Path}",
        LogWritten log => $"log {log.Message}",
        _ => entry.Type,
    };
}
