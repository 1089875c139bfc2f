using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What the entries of a log say of when things happened.</summary>
[Collection(UnwatchedTests.Name)]
public sealed class TimestampTests : IAsyncDisposable
{
    private readonly EngineHost _host = new(time: new TickingTime());
    private readonly ActivitySlot<Quick.Input, Quick.Output> _first = QuickStep("first");
    private readonly ActivitySlot<Call.Input, Call.Output> _slow = Flow.Call("slow");
    private readonly ActivitySlot<Quick.Input, Quick.Output> _last = QuickStep("last");

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_follows_without_a_wait_begins_when_the_one_before_ended()
    {
        _host.Registry.Add(new TestWorkflow("flow", [_first, _last], async run =>
        {
            await run.At(_first).ExecuteAsync(new(1));
            await run.At(_last).ExecuteAsync(new(2));
            return Cel.Of("done");
        }));

        var log = await RunAsync();

        log.Select(entry => entry.Type).ShouldBe(["execution_started", "step_started", "step_completed", "step_started", "step_completed", "execution_completed"]);
        log[1].Timestamp.ShouldBe(log[0].Timestamp);
        log[2].Timestamp.ShouldBeGreaterThan(log[1].Timestamp);
        log[3].Timestamp.ShouldBe(log[2].Timestamp);
        log[4].Timestamp.ShouldBeGreaterThan(log[3].Timestamp);
        log[5].Timestamp.ShouldBe(log[4].Timestamp);
    }

    [Fact]
    public async Task What_follows_a_step_that_was_waited_for_looks_at_the_clock_anew()
    {
        _host.Script.IsLate = true;
        _host.Registry.Add(new TestWorkflow("flow", [_first, _slow, _last], async run =>
        {
            await run.At(_first).ExecuteAsync(new(1));
            await run.At(_slow).ExecuteAsync(new("x"));
            await run.At(_last).ExecuteAsync(new(2));
            return Cel.Of("done");
        }));

        var log = await RunAsync();

        ShouldAllDiffer(log.Skip(3).Take(4));
    }

    [Fact]
    public async Task What_follows_a_body_looks_at_the_clock_anew()
    {
        _host.Registry.Add(new TestWorkflow("flow", [_first, _slow, _last], async run =>
        {
            await run.At(_first).ExecuteAsync(new(1));
            await run.At(_slow).ContinueOnErrorAsync(async inner => await inner.At(_slow).ExecuteAsync(new("x")));
            await run.At(_last).ExecuteAsync(new(2));
            return Cel.Of("done");
        }));

        var log = await RunAsync();

        ShouldAllDiffer(log.Skip(2).Take(4));
    }

    [Fact]
    public async Task A_first_step_that_waits_for_the_store_begins_when_the_store_has_answered()
    {
        await using var host = new EngineHost(time: (VirtualTime)_host.Time, store: new LateStore(new InMemoryExecutionStore(_host.Time)), registry: _host.Registry);
        host.Registry.Add(new TestWorkflow("flow", [_first], async run => Cel.Of((await run.At(_first).ExecuteAsync(new(1))).Value)));

        var record = await host.RunAsync("flow");

        ShouldAllDiffer((await host.Store.ReadAsync(record.Id, 0, int.MaxValue, EngineHost.Token)).Take(3));
    }

    private async Task<IReadOnlyList<ProgressEvent>> RunAsync() =>
        await _host.Store.ReadAsync((await _host.RunAsync("flow")).Id, 0, int.MaxValue, EngineHost.Token);

    private static void ShouldAllDiffer(IEnumerable<ProgressEvent> entries)
    {
        var times = entries.Select(entry => entry.Timestamp).ToList();
        times.ShouldBe(times.Distinct().Order());
    }

    private static ActivitySlot<Quick.Input, Quick.Output> QuickStep(string id) => new(id, "test.quick");

    /// <summary>A store that never answers before somebody waits for it.</summary>
    private sealed class LateStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        protected override IExecutionLog Decorate(IExecutionLog log) => new Log(log);

        private sealed class Log(IExecutionLog inner) : LogDecorator(inner)
        {
            public override ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default) =>
                new(
                    new LateAnswer<bool>(async () =>
                    {
                        await Inner.CommitAsync(change, cancellationToken);
                        return true;
                    }),
                    0);
        }
    }
}
