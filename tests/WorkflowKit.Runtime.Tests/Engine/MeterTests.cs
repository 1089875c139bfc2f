using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.Tests.Engine;

/// <summary>All tests of the process share the meter: names that no other test uses tell what belongs to these.</summary>
public sealed class MeterTests : IAsyncDisposable
{
    private readonly MeterRecorder _meter = new();
    private readonly EngineHost _host = new(options: new() { MaxConcurrentExecutions = 1, ShutdownGrace = TimeSpan.Zero });

    public ValueTask DisposeAsync()
    {
        _meter.Dispose();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Executions_are_counted_and_timed()
    {
        _host.Registry.Add(Workflows.Sequence("metered", "a"), Workflows.Sequence("broken", "b"));
        _host.Script.Fails("b").On("a", (_, _) =>
        {
            _host.Time.Advance(TimeSpan.FromSeconds(7));
            return new("a");
        });

        await _host.RunAsync("metered");
        await _host.RunAsync("broken");

        _meter.Measured.ShouldContain("workflowkit.executions.started 1 workflowkit.workflow.id=metered");
        _meter.Measured.ShouldContain("workflowkit.executions.ended 1 workflowkit.status=completed workflowkit.workflow.id=metered");
        _meter.Measured.ShouldContain("workflowkit.execution.duration 7 workflowkit.status=completed workflowkit.workflow.id=metered");
        _meter.Measured.ShouldContain("workflowkit.executions.ended 1 workflowkit.status=failed workflowkit.workflow.id=broken");
        _meter.Measured.ShouldContain("workflowkit.step.duration 7 workflowkit.outcome=completed workflowkit.step.type=test.call");
    }

    [Fact]
    public async Task The_queues_length_can_be_looked_at_at_any_time()
    {
        var gate = new TaskCompletionSource();
        _host.Registry.Add(Workflows.Sequence("queued", "a"));
        _host.Script.On("a", async (_, _) =>
        {
            await gate.Task;
            return "a";
        });
        var ids = new List<string>();
        for (var count = 0; count < 40; count++) ids.Add(await _host.StartAsync("queued"));
        await _host.UntilStartedAsync(ids[0], "a");

        _meter.Look();

        // Other tests' engines are looked at too.
        _meter.Last["workflowkit.queue.length"].ShouldBeGreaterThanOrEqualTo(39);
        _meter.Last["workflowkit.executions.active"].ShouldBeGreaterThanOrEqualTo(1);
        gate.SetResult();
        foreach (var id in ids) await _host.EndOfAsync(id);
    }
}
