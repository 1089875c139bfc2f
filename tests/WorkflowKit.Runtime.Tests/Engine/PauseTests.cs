using System.Text.Json;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>A pause beside something else that was asked for: neither of the two is lost.</summary>
public sealed class PauseTests
{
    private static readonly JsonElement Yes = EngineHost.Json("""{"approved":true}""");

    [Fact]
    public async Task An_execution_that_is_to_pause_and_is_cancelled_then_is_undone_and_ends()
    {
        await using var host = new EngineHost();
        host.Registry.Add(Workflows.Compensating("flow"));
        Hold(host, "pay");
        var id = await host.StartAsync("flow");
        await host.UntilStartedAsync(id, "pay");
        await host.Engine.PauseAsync(id, null, EngineHost.Token);

        await host.Engine.CancelAsync(id, null, EngineHost.Token);

        (await host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Cancelled);
        host.Script.Completed.ShouldBe(["book", "unbook"]);
    }

    [Fact]
    public async Task A_pause_does_not_hold_up_what_was_cancelled_before()
    {
        var (before, id) = await LeaveAsync(ControlKind.Cancel, ControlKind.Pause);

        await using var next = new EngineHost(before);
        await next.Implementation.EnsureStartedAsync();

        await next.UntilAsync(id, ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task A_step_that_is_skipped_just_before_a_pause_is_left_out()
    {
        var (before, id) = await LeaveAsync(ControlKind.Skip, ControlKind.Pause);

        await using var next = new EngineHost(before);
        await next.Implementation.EnsureStartedAsync();

        await next.UntilAsync(id, static record => record is { Status: ExecutionStatus.Paused, WaitsFor.Reason: PauseReason.User });
        (await next.EventsAsync(id)).ShouldContain("  skipped pause user");
        next.Script.Started.ShouldBe(["before"]);
    }

    [Fact]
    public async Task A_step_that_is_skipped_just_before_a_pause_and_a_resume_is_left_out_and_the_execution_goes_on()
    {
        var (before, id) = await LeaveAsync(ControlKind.Skip, ControlKind.Pause, ControlKind.Resume);

        await using var next = new EngineHost(before);
        await next.Implementation.EnsureStartedAsync();

        await next.UntilAsync(id, ExecutionStatus.Completed);
        next.Script.Started.ShouldBe(["before", "after"]);
    }

    [Fact]
    public async Task Data_that_come_just_as_a_run_pauses_are_taken()
    {
        var memory = new EngineHost();
        var store = new ReadStore(memory.Store);
        await using var host = new EngineHost(memory, store: store);
        var (both, ask, call, after) = (Flow.Control("both", "parallel"), Flow.Control("ask", "input", parent: "both"), Flow.Call("a", "both"), Flow.Call("after"));
        host.Registry.Add(new TestWorkflow("flow", [both, ask, call, after], async run =>
        {
            await run.At(both).ParallelAsync(
                ParallelMode.All, null,
                new ParallelBranch("ask", async run => CelValue.FromJson(await run.At(ask).InputAsync("Approve?", null, """{"type":"object"}"""))),
                new ParallelBranch("a", async run => Cel.Of((await run.At(call).ExecuteAsync(new("x"))).Value)));
            return Cel.Of((await run.At(after).ExecuteAsync(new("x"))).Value);
        }));
        var gate = Hold(host, "a");
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, static record => record.Entries.Any(static entry => entry is InputRequested));
        await host.UntilStartedAsync(id, "a");
        await host.Engine.PauseAsync(id, null, EngineHost.Token);
        store.BeforeRead = async () =>
        {
            gate.TrySetResult();
            await Poll.UntilAsync(() => host.Implementation.Core.Actors.Find(id) is not { IsRunning: true }, TimeSpan.FromSeconds(20), () => new("It does not pause."));
        };

        await host.Engine.SupplyInputAsync(id, "ask", Yes, null, EngineHost.Token);

        await host.UntilAsync(id, ExecutionStatus.Paused);
        (await host.GetAsync(id)).Entries.ShouldContain(static entry => entry is InputReceived);
        await host.Engine.ResumeAsync(id, null, EngineHost.Token);
        (await host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    /// <summary>A host that left a waiting execution behind, which was asked for something since.</summary>
    private static async Task<(EngineHost Host, string Id)> LeaveAsync(params ControlKind[] asked)
    {
        var host = new EngineHost();
        host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        await host.DisposeAsync();
        foreach (var kind in asked) await host.Store.AddControlAsync(new ControlRequest(id, kind, host.Time.GetUtcNow()) { Path = kind is ControlKind.Skip ? "pause" : null });
        return (host, id);
    }

    private static TaskCompletionSource Hold(EngineHost host, string step)
    {
        var gate = new TaskCompletionSource();
        host.Script.On(step, async (_, token) =>
        {
            await gate.Task.WaitAsync(token);
            return step;
        });
        return gate;
    }

    /// <summary>A store before whose reading of a log something happens.</summary>
    private sealed class ReadStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        internal Func<Task> BeforeRead { get; set; } = static () => Task.CompletedTask;

        protected override IExecutionLog Decorate(IExecutionLog log) => new Log(log, this);

        private sealed class Log(IExecutionLog inner, ReadStore store) : LogDecorator(inner)
        {
            public override async ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default)
            {
                await store.BeforeRead();
                return await base.ReadAsync(cancellationToken);
            }
        }
    }
}
