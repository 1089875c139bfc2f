using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Two hosts reach for the same execution, and the one that gets it dies.</summary>
public sealed class TakeOverTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_host_that_lost_an_execution_to_one_that_died_takes_it_up_again()
    {
        var starts = 0;
        EngineHost? host = null;
        await using var first = host = new EngineHost(crashPoints: new Points(async point =>
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
        await using var host = new EngineHost(crashPoints: new Points(async point =>
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

    /// <summary>Another host comes, gets as far as this, and dies.</summary>
    private static async ValueTask DieAsync(EngineHost host, CrashPoint at)
    {
        var other = new EngineHost(host, crashPoints: new Death(at));
        await other.Implementation.EnsureStartedAsync();
        await other.Died.WaitAsync(TimeSpan.FromSeconds(20), EngineHost.Token);
    }

    private sealed class Points(Func<CrashPoint, ValueTask> pass) : ICrashPoints
    {
        public ValueTask PassAsync(CrashPoint point, string executionId) => pass(point);
    }
}
