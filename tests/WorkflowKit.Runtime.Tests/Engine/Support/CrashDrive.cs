using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>Drives one execution to its end, whatever its hosts die of: time passes, people answer, and for each dead host there is a next one.</summary>
internal sealed class CrashDrive(Script script, params TestWorkflow[] workflows)
{
    /// <summary>What must be the same however often hosts died: all but times, attempts and the order of what ran side by side.</summary>
    internal sealed record Outcome(string Record, string CompletedTwice);

    /// <param name="deathOf">The death of each host by its number from 0; <see langword="null"/>: it lives.</param>
    internal async Task<Outcome> RunAsync(Func<int, ICrashPoints?> deathOf)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var store = new InMemoryExecutionStore(time);
        var registry = new TestRegistry().Add(workflows);
        var deadline = Environment.TickCount64 + 60_000;
        var hosts = 0;
        EngineHost? host = null;
        Task? dead = null;
        while (true)
        {
            if (host is null || dead is { IsCompleted: true })
            {
                var death = deathOf(hosts++);
                dead = (death as Death)?.Died.Task;
                host = new EngineHost(
                    options: new() { RecoveryLimit = 1000, ShutdownGrace = TimeSpan.Zero, LongestWaitInMemory = TimeSpan.FromSeconds(1) },
                    crashPoints: death, store: new BufferingStore(store), time: time, registry: registry, script: script);
                await host.Implementation.EnsureStartedAsync();
                if (hosts == 1) _ = host.Engine.StartAsync(workflows[0].WorkflowId, (string?)null, new() { StartKey = "the one" }, EngineHost.Token);
            }
            if ((await store.QueryAsync(new() { WorkflowId = workflows[0].WorkflowId })).Items is [var one])
            {
                var record = (await store.FindAsync(one.Id))!;
                if (record.Status is ExecutionStatus.Completed or ExecutionStatus.Failed or ExecutionStatus.Cancelled)
                {
                    await host.DisposeAsync();
                    return Describe(record);
                }
                if (Environment.TickCount64 > deadline) throw new TimeoutException(string.Join('\n', record.Entries.Select(EngineHost.Describe)));
                await HelpAsync(host, record);
            }
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }
    }

    private static async Task HelpAsync(EngineHost host, ExecutionRecord record)
    {
        try
        {
            // A host that died in the middle of it answers nobody any more.
            if (record.PausedFor is PauseReason.Input) _ = Observe(host.Engine.SupplyInputAsync(record.Id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token));
            if (record.PausedFor is PauseReason.User) _ = Observe(host.Engine.ResumeAsync(record.Id, null, EngineHost.Token));
        }
        catch (WorkflowKitException)
        {
            // It was answered meanwhile.
        }
        await Task.Yield();

        static async Task Observe(Task request)
        {
            try
            {
                await request;
            }
            catch (WorkflowKitException)
            {
                // As above.
            }
        }
    }

    private static Outcome Describe(ExecutionRecord record) => new(
        $"{record.Status} {record.Outputs} {record.Error?.Path} {record.Error?.Type}\n"
            + string.Join('\n', record.StepResults.OrderBy(step => step.Path, StringComparer.Ordinal).Select(step => $"{step.Path} {step.Status} {step.Output} {step.Error?.Type}")),
        string.Join(' ', record.Entries.OfType<StepCompleted>().GroupBy(entry => entry.Path).Where(group => group.Count() > 1).Select(group => group.Key)));
}
