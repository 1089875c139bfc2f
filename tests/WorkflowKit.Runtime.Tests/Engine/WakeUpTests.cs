using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What wakes an execution in the moment in which it lies down.</summary>
public sealed class WakeUpTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    public static TheoryData<string> LyingDown => [nameof(CrashPoint.BeforePause), nameof(CrashPoint.AfterPause)];

    [Theory, MemberData(nameof(LyingDown))]
    public async Task A_time_that_comes_while_the_execution_lies_down_wakes_it(string point)
    {
        await using var host = HostWith(point, (host, _) =>
        {
            host.Time.Advance(Wait);
            return default;
        });
        host.Registry.Add(Workflows.Waiting("flow", Wait));

        (await host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Theory, MemberData(nameof(LyingDown))]
    public async Task A_time_that_another_executions_timer_stands_for_wakes_it_too(string point)
    {
        string? first = null;
        await using var host = HostWith(point, async (host, id) =>
        {
            if (id == first) return;
            host.Time.Advance(Wait);
            await host.UntilAsync(first!, ExecutionStatus.Completed);
        }, time: 2);
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        first = await host.StartAsync("flow");
        await host.UntilAsync(first, ExecutionStatus.Paused);

        (await host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_time_that_comes_while_a_request_is_looked_at_wakes_the_execution()
    {
        await using var host = HostWith(nameof(CrashPoint.AfterControl), (host, _) =>
        {
            host.Time.Advance(Wait);
            return default;
        });
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);

        // It waits for a time, not for somebody: there is nothing to resume.
        await host.Engine.ResumeAsync(id, null, EngineHost.Token);

        await host.UntilAsync(id, ExecutionStatus.Completed);
    }

    [Theory, MemberData(nameof(LyingDown))]
    public async Task A_cancel_that_comes_while_the_execution_lies_down_ends_it(string point)
    {
        Task? asked = null;
        await using var host = HostWith(point, (host, id) => Began(asked = host.Engine.CancelAsync(id, null, EngineHost.Token)));
        host.Registry.Add(Workflows.Waiting("flow", Wait));

        (await host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Cancelled);
        await asked!;
    }

    [Theory, MemberData(nameof(LyingDown))]
    public async Task Data_that_come_while_the_execution_lies_down_are_taken(string point)
    {
        Task? asked = null;
        await using var host = HostWith(
            point, (host, id) => Began(asked = host.Engine.SupplyInputAsync(id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token)));
        host.Registry.Add(Workflows.Asking("flow"));
        var id = await host.StartAsync("flow");

        await host.UntilAsync(id, ExecutionStatus.Completed);
        await asked!;
    }

    [Theory, MemberData(nameof(LyingDown))]
    public async Task A_pause_that_comes_while_the_execution_lies_down_keeps_it_from_waking(string point)
    {
        Task? asked = null;
        await using var host = HostWith(point, (host, id) => Began(asked = host.Engine.PauseAsync(id, null, EngineHost.Token)));
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, record => record.WaitsFor?.Reason is PauseReason.User);
        await asked!;

        host.Time.Advance(2 * Wait);
        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
        await host.Engine.ResumeAsync(id, null, EngineHost.Token);

        (await host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Theory]
    [InlineData(60), InlineData(59), InlineData(1)]
    public async Task A_clock_that_moves_while_the_timer_is_set_makes_no_one_late(int minutes)
    {
        var time = new SlippingTime { Slip = wait => wait >= TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero };
        await using var host = new EngineHost(time: time);
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var run = host.RunAsync("flow");
        var id = (await host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        await host.UntilAsync(id, _ => time.Slip is null);

        time.Advance(Wait - TimeSpan.FromMinutes(minutes));

        (await run).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_clock_that_moves_while_the_timer_of_a_short_wait_is_set_makes_no_one_late()
    {
        var time = new SlippingTime { Slip = wait => wait == TimeSpan.FromSeconds(8) ? TimeSpan.FromSeconds(5) : TimeSpan.Zero };
        await using var host = new EngineHost(time: time);
        host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromSeconds(8)));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, _ => time.Slip is null);

        time.Advance(TimeSpan.FromSeconds(3));

        await host.UntilAsync(id, ExecutionStatus.Completed);
    }

    private static EngineHost HostWith(string point, Func<EngineHost, string, ValueTask> act, int time = 1)
    {
        EngineHost? host = null;
        return host = new EngineHost(crashPoints: new Moment(Enum.Parse<CrashPoint>(point), id => act(host!, id), time));
    }

    /// <summary>A request is stored when the call returns its task; the execution has to go on before it is answered.</summary>
    private static ValueTask Began(Task _) => default;
}
