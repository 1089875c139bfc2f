using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Two hosts reach for the same execution, and the one that gets it dies.</summary>
public sealed class TakeOverTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_host_that_lost_an_execution_to_one_that_died_takes_it_up_again()
    {
        var starts = 0;
        EngineHost? host = null;
        await using var first = host = new EngineHost(crashPoints: new Points(async (point, _) =>
        {
            // The host stands still at the second start, and renews nothing, while another one finds the execution and dies over it.
            if (point is CrashPoint.BeforeRenew && starts == 2) await new TaskCompletionSource().Task;
            if (point is not CrashPoint.BeforeStart || ++starts != 2) return;
            host!.Time.Advance(Lease);
            await DieAsync(host, CrashPoint.TimerFound);
        }));
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);

        host.Time.Advance(Wait);

        await host.UntilAsync(id, ExecutionStatus.Completed);
        starts.ShouldBe(3);
    }

    [Fact]
    public async Task A_host_that_found_work_which_another_claimed_first_looks_again_when_that_ones_lease_is_over()
    {
        EngineHost? host = null;
        await using var first = host = new EngineHost(crashPoints: new Moment(CrashPoint.TimerFound, _ => DieAsync(host!, CrashPoint.BeforeStart)));
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        host.Time.Advance(Wait);
        await host.PassTimeAsync(Lease);

        await host.UntilAsync(id, ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_host_that_lost_its_lease_loses_no_other_before_it_has_one()
    {
        var held = new TaskCompletionSource();
        await using var host = new EngineHost(crashPoints: new Points(async (point, _) =>
        {
            if (point is CrashPoint.BeforeStart) await held.Task;
        }));
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        var core = host.Implementation.Core;
        core.Heartbeat.Arm();
        var lost = core.Owner;
        await host.Store.ReleaseAsync(lost);
        host.Time.Advance(Lease / 6);
        var next = core.Owner;

        host.Time.Advance(Lease / 6);

        next.ShouldNotBe(lost);
        core.Owner.ShouldBe(next);
        held.SetResult();
        await host.PassTimeUntilAsync(Lease / 6, id, ExecutionStatus.Paused);
    }

    [Fact]
    public async Task A_host_whose_renewal_is_not_answered_lets_go_of_its_runs_before_others_may_claim_them()
    {
        var memory = new EngineHost();
        var store = new StubbornStore(memory.Store);
        await using var host = new EngineHost(memory, store: store);
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        var letGo = new TaskCompletionSource();
        host.Script.On("a", async (_, token) =>
        {
            await using (token.Register(() => letGo.TrySetResult())) await letGo.Task;
            return "a";
        });
        var id = await host.StartAsync("flow");
        await host.UntilStartedAsync(id, "a");
        await Poll.UntilAsync(() => host.Implementation.Core.Heartbeat.SinceRenewal is not null, Patience, () => new("Nobody renews the lease."));
        store.BeforeRenew = static () => new TaskCompletionSource().Task;

        for (var beat = 0; beat < 5; beat++) host.Time.Advance(Lease / 6);

        await letGo.Task.WaitAsync(Patience, EngineHost.Token);
    }

    [Fact]
    public async Task A_control_of_an_execution_that_another_host_takes_in_that_moment_and_keeps_is_answered_as_stored()
    {
        EngineHost? host = null;
        await using var first = host = new EngineHost(crashPoints: StandingStillBeforeControl(async id =>
        {
            host!.Time.Advance(Lease);
            (await host.Store.ClaimAsync(id, "other")).ShouldNotBeNull();
        }));
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);

        await host.Engine.CancelAsync(id, null, EngineHost.Token).WaitAsync(Patience, EngineHost.Token);

        var log = await host.Store.ClaimAsync(id, "other");
        (await log!.ReadControlsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(ControlKind.Cancel);
    }

    [Fact]
    public async Task A_control_that_the_host_which_takes_its_execution_in_that_moment_handles_is_answered()
    {
        EngineHost? host = null, other = null;
        var gate = new TaskCompletionSource();
        await using var first = host = new EngineHost(crashPoints: StandingStillBeforeControl(async id =>
        {
            host!.Time.Advance(Lease);
            other = new EngineHost(host);
            await other.Implementation.EnsureStartedAsync();
            await other.UntilAsync(id, ExecutionStatus.Paused);
        }));
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        host.Script.On("a", async (_, token) =>
        {
            await gate.Task.WaitAsync(token);
            return "a";
        });
        var id = await host.StartAsync("flow");
        await host.UntilStartedAsync(id, "a");

        await host.Engine.PauseAsync(id, null, EngineHost.Token).WaitAsync(Patience, EngineHost.Token);

        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
        gate.SetResult();
        await other!.DisposeAsync();
    }

    [Fact]
    public async Task A_control_that_another_host_handles_before_this_one_has_the_execution_is_answered()
    {
        await using var other = new EngineHost();
        await other.Implementation.EnsureStartedAsync();
        var store = new AskedStore(other.Store);
        await using var host = new EngineHost(other, store: store);
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        store.AfterControl = async () =>
        {
            other.Implementation.Core.Pump.Pump();
            await other.UntilAsync(id, ExecutionStatus.Cancelled);
        };

        await host.Engine.CancelAsync(id, null, EngineHost.Token).WaitAsync(Patience, EngineHost.Token);

        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Cancelled);
    }

    /// <summary>Once, before a control is handled, the host stands still and renews nothing while something happens.</summary>
    private static Points StandingStillBeforeControl(Func<string, Task> happens)
    {
        var isStanding = false;
        return new Points(async (point, id) =>
        {
            if (point is CrashPoint.BeforeRenew && isStanding) await new TaskCompletionSource().Task;
            if (point is not CrashPoint.BeforeControl || isStanding) return;
            isStanding = true;
            await happens(id);
        });
    }

    /// <summary>Another host comes, gets as far as this, and dies.</summary>
    private static async ValueTask DieAsync(EngineHost host, CrashPoint at)
    {
        var other = new EngineHost(host, crashPoints: new Death(at));
        await other.Implementation.EnsureStartedAsync();
        await other.Died.WaitAsync(TimeSpan.FromSeconds(20), EngineHost.Token);
    }

    private sealed class Points(Func<CrashPoint, string, ValueTask> pass) : ICrashPoints
    {
        public ValueTask PassAsync(CrashPoint point, string executionId) => pass(point, executionId);
    }

    /// <summary>A store after whose taking of a control something happens.</summary>
    private sealed class AskedStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        internal Func<Task> AfterControl { get; set; } = static () => Task.CompletedTask;

        public override async ValueTask<bool> AddControlAsync(ControlRequest request, CancellationToken cancellationToken = default)
        {
            var isAdded = await base.AddControlAsync(request, cancellationToken);
            await AfterControl();
            return isAdded;
        }
    }
}
