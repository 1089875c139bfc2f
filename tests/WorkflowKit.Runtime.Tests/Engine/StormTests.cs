using WorkflowKit.Expressions;
using WorkflowKit.Definitions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Everybody asks everything of the same executions at once.</summary>
public sealed class StormTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EngineHost _host = new(options: new()
    {
        MaxConcurrentExecutions = 4, ShutdownGrace = TimeSpan.Zero, LongestWaitInMemory = TimeSpan.FromSeconds(1), CancellationGrace = TimeSpan.FromSeconds(1),
    });

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory, MemberData(nameof(Seeds))]
    public async Task Every_request_is_answered_and_every_execution_ends_with_a_log_that_makes_sense(int seed)
    {
        _host.Script.Yields = true;
        _host.Script.Fails("fragile/bad", 1).Fails("pay", 1);
        _host.Registry.Add(
            Workflows.Everything("everything", "child"), Workflows.Sequence("child", "c1", "c2"), Workflows.Compensating("undoing"), Workflows.Asking("asking", TimeSpan.FromHours(1)),
            Workflows.Waiting("waiting", TimeSpan.FromSeconds(30)), SideBySide());
        var ids = new List<string>();
        foreach (var workflow in (string[])["everything", "undoing", "asking", "waiting", "beside"])
            for (var count = 0; count < 2; count++) ids.Add(await _host.StartAsync(workflow));
        var watchers = ids.ToDictionary(id => id, id => WatchAsync(id));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(asker => Task.Run(() => AskAsync(new Random(seed * 100 + asker), ids), EngineHost.Token))).WaitAsync(Patience, EngineHost.Token);

        foreach (var id in ids)
        {
            var record = await CalmAsync(id);
            Check(record);
            var seen = await watchers[id].WaitAsync(Patience, EngineHost.Token);
            seen.ShouldBe(record.Entries.Take(seen.Count).Select(entry => entry.Sequence));
        }
        await _host.UntilAsync(ids[0], _ => _host.Implementation.Core.Actors.IsEmpty, "rest");
        _host.Implementation.Core.Desk.Free.ShouldBe(4);
        _host.Registry.Leases.ShouldBe(0);
    }

    private async Task AskAsync(Random random, List<string> ids)
    {
        for (var count = 0; count < 25; count++)
        {
            var id = ids[random.Next(ids.Count)];
            try
            {
                await (random.Next(9) switch
                {
                    0 or 1 => _host.Engine.PauseAsync(id, new() { By = "ann" }, EngineHost.Token),
                    2 or 3 => _host.Engine.ResumeAsync(id, new() { By = "bob" }, EngineHost.Token),
                    4 => _host.Engine.SupplyInputAsync(id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token),
                    5 => _host.Engine.RetryAsync(id, null, EngineHost.Token),
                    6 => _host.Engine.SkipAsync(id, random.Next(2) == 0 ? "pause" : "pay", null, null, EngineHost.Token),
                    7 => PassAsync(),
                    _ => random.Next(5) == 0 ? _host.Engine.CancelAsync(id, new() { By = "eve", Reason = "storm" }, EngineHost.Token) : PassAsync(),
                }).WaitAsync(TimeSpan.FromSeconds(20), EngineHost.Token);
            }
            catch (WorkflowKitException)
            {
                // Refused, and told why.
            }
        }
    }

    private Task PassAsync()
    {
        _host.Time.Advance(TimeSpan.FromSeconds(7));
        return Task.CompletedTask;
    }

    /// <summary>After the storm: whatever still stands is brought to its end.</summary>
    private async Task<ExecutionRecord> CalmAsync(string id)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            var record = await _host.GetAsync(id);
            if (record.Status is ExecutionStatus.Completed or ExecutionStatus.Failed or ExecutionStatus.Cancelled) return record;
            if (Environment.TickCount64 > deadline) throw new TimeoutException($"{record.Status}\n{string.Join('\n', await _host.EventsAsync(id))}");
            try
            {
                if (record.WaitsFor?.Reason is PauseReason.User) await _host.Engine.ResumeAsync(id, null, EngineHost.Token);
                if (record.WaitsFor?.Reason is PauseReason.Input) await _host.Engine.SupplyInputAsync(id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token);
            }
            catch (WorkflowKitException)
            {
                // It went on by itself.
            }
            await _host.PassTimeAsync(TimeSpan.FromSeconds(7));
        }
    }

    private static void Check(ExecutionRecord record)
    {
        var story = string.Join('\n', record.Entries.Select(EngineHost.Describe));
        record.Entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, record.Entries.Count).Select(place => (long)place), story);
        record.Entries.OfType<ExecutionStarted>().Count().ShouldBeLessThanOrEqualTo(1, story);
        record.Entries[^1].IsLast.ShouldBeTrue(story);
        record.WaitsFor.ShouldBeNull();
        record.StepResults.ShouldAllBe(step => step.Status != StepStatus.Running, story);
        // What has completed is not run again, unless a retry came after it.
        foreach (var step in record.Entries.OfType<StepEvent>().GroupBy(entry => entry.Path))
        {
            var outcomes = step.Count(entry => entry is StepCompleted or StepSkipped);
            var retries = record.Entries.OfType<ExecutionResumed>().Count(resumed => resumed.Voided.Count > 0);
            outcomes.ShouldBeLessThanOrEqualTo(1 + retries, $"{step.Key}\n{story}");
        }
    }

    /// <summary>Watches to the first end, and through all before it.</summary>
    private async Task<List<long>> WatchAsync(string id)
    {
        var seen = new List<long>();
        await foreach (var entry in _host.Engine.WatchAsync(id, 0, EngineHost.Token))
            if (!entry.IsLiveOnly) seen.Add(entry.Sequence);
        return seen;
    }

    private static TestWorkflow SideBySide()
    {
        var (each, one, both, left, right) = (Flow.Control("each", "forEach"), Flow.Call("one", "each"), Flow.Control("both", "parallel"), Flow.Call("left", "both"), Flow.Call("right", "both"));
        return new TestWorkflow("beside", [each, one, both, left, right], async run =>
        {
            await run.At(each).ForEachAsync(Enumerable.Range(0, 30), 5, async (run, item, _) => (await run.At(one).ExecuteAsync(new($"{item}"))).Value, Cel.Of);
            return await run.At(both).ParallelAsync(
                ParallelMode.First, null,
                new ParallelBranch("left", async run => Cel.Of((await run.At(left).ExecuteAsync(new("l"))).Value)),
                new ParallelBranch("right", async run => Cel.Of((await run.At(right).ExecuteAsync(new("r"))).Value)));
        });
    }
}
