using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>Drives one execution to its end, whatever its hosts die of: time passes, people answer, and for each dead host there is a next one.</summary>
internal sealed class CrashDrive(Script script, params TestWorkflow[] workflows)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What must be the same however often hosts died: all but times, attempts and the order of what ran side by side.</summary>
    internal sealed record Outcome(string Record, string CompletedTwice);

    /// <param name="deathOf">The death of each host by its number from 0; <see langword="null"/>: it lives.</param>
    internal async Task<Outcome> RunAsync(Func<int, ICrashPoints?> deathOf)
    {
        var time = new VirtualTime();
        var store = new InMemoryExecutionStore(time);
        var registry = new TestRegistry().Add(workflows);
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        for (var number = 0; ; number++)
        {
            var host = new EngineHost(
                options: new() { RecoveryLimit = 1000, ShutdownGrace = TimeSpan.Zero, LongestWaitInMemory = TimeSpan.FromSeconds(30) },
                crashPoints: deathOf(number), store: new BufferingStore(store), time: time, registry: registry, script: script);
            await host.Implementation.EnsureStartedAsync();
            if (number == 0) await AnsweredAsync(host, host.Engine.StartAsync(workflows[0].WorkflowId, (string?)null, null, EngineHost.Token));
            while (!host.Died.IsCompleted)
            {
                await host.RestAsync();
                var record = await FindAsync(store);
                if (record.Status.IsFinished())
                {
                    await host.DisposeAsync();
                    return Describe(record);
                }
                if (Environment.TickCount64 > deadline) throw new TimeoutException($"{record.Status}\n{string.Join('\n', record.Entries.Select(EngineHost.Describe))}");
                await HelpAsync(host, record);
                await host.PassTimeAsync(TimeSpan.FromSeconds(20));
            }
        }
    }

    private async Task<ExecutionRecord> FindAsync(InMemoryExecutionStore store)
    {
        var one = (await store.QueryAsync(new() { WorkflowId = workflows[0].WorkflowId })).Items.ShouldHaveSingleItem();
        return (await store.FindAsync(one.Id))!;
    }

    private static Task HelpAsync(EngineHost host, ExecutionRecord record) => record.WaitsFor?.Reason switch
    {
        PauseReason.Input => AnsweredAsync(host, host.Engine.SupplyInputAsync(record.Id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token)),
        PauseReason.User => AnsweredAsync(host, host.Engine.ResumeAsync(record.Id, null, EngineHost.Token)),
        _ => Task.CompletedTask,
    };

    /// <summary>A host that died in the middle of it answers nobody any more.</summary>
    private static async Task AnsweredAsync(EngineHost host, Task request)
    {
        if (await Task.WhenAny(request, host.Died).WaitAsync(Patience, EngineHost.Token) != request) return;
        try
        {
            await request;
        }
        catch (WorkflowKitException)
        {
            // An earlier host took the same request before it died.
        }
    }

    private static Outcome Describe(ExecutionRecord record) => new(
        $"{record.Status} {record.Outputs} {record.Error?.Path} {record.Error?.Type}\n"
            + string.Join('\n', record.StepResults.OrderBy(step => step.Path, StringComparer.Ordinal).Select(step => $"{step.Path} {step.Status} {step.Output} {step.Error?.Type}")),
        string.Join(' ', record.Entries.OfType<StepCompleted>().GroupBy(entry => entry.Path).Where(group => group.Count() > 1).Select(group => group.Key)));
}
