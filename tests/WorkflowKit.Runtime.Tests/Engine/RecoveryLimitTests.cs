using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Executions that bring their hosts down.</summary>
public sealed class RecoveryLimitTests : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly EngineHost _first = new(crashPoints: new Death(CrashPoint.AfterStart));

    public ValueTask DisposeAsync() => _first.DisposeAsync();

    [Fact]
    public async Task An_execution_that_kills_its_host_again_and_again_fails_at_the_limit_and_can_be_retried()
    {
        var id = await KilledAsync(_first, 6);

        await using var next = new EngineHost(_first);
        (await FailedAsync(next, id)).Error!.Code.ShouldBe("recovery_limit");
        await next.Engine.RetryAsync(id, null, EngineHost.Token);
        (await next.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_step_that_kills_its_host_comes_no_further_by_beginning_again()
    {
        _first.Registry.Add(Workflows.Sequence("flow", "a"));
        var deaths = 0;
        EngineHost? host = null;
        Death? death = null;
        _first.Script.On("a", async (_, _) =>
        {
            deaths++;
            await death!.Kill();
            return "";
        });
        host = new EngineHost(_first, crashPoints: death = new Death());
        var id = await host.StartAsync("flow");
        while ((await host.GetAsync(id)).Status is not ExecutionStatus.Failed)
        {
            await host.RestAsync();
            host = new EngineHost(_first, crashPoints: death = new Death());
            await host.Implementation.EnsureStartedAsync();
            await host.PassTimeUntilAsync(Seconds(1), id, ExecutionStatus.Failed);
        }

        (await host.GetAsync(id)).Error!.Code.ShouldBe("recovery_limit");
        deaths.ShouldBe(6);
    }

    [Fact]
    public async Task Each_recovery_without_progress_waits_longer_than_the_one_before()
    {
        var times = new List<DateTimeOffset>();

        await KilledAsync(_first, 6, times);

        TimeSpan[] least = [Lease, Lease + Seconds(5), Lease + Seconds(10), Lease + Seconds(20), Lease + Seconds(40)];
        for (var crash = 0; crash < 5; crash++) (times[crash + 1] - times[crash]).ShouldBeGreaterThanOrEqualTo(least[crash], $"crash {crash}");
    }

    [Fact]
    public async Task An_execution_that_waits_to_be_recovered_can_be_cancelled_at_once()
    {
        var id = await KilledAsync(_first, 4);
        await using var next = new EngineHost(_first);
        await next.Implementation.EnsureStartedAsync();
        await next.PassTimeAsync(Lease);
        await next.RestAsync();
        (await next.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Running);

        await next.Engine.CancelAsync(id, null, EngineHost.Token);

        (await next.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task Hosts_that_stop_in_order_bring_no_execution_to_the_limit()
    {
        var host = new EngineHost();
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        host.Script.On("a", async (context, token) =>
        {
            if (context.Attempt < 9) await Task.Delay(Timeout.Infinite, token);
            return "";
        });
        var id = await host.StartAsync("flow");
        for (var restart = 0; restart < 8; restart++)
        {
            await host.UntilAsync(id, record => record.StepResults is [{ Status: StepStatus.Running } step] && step.Attempt == restart + 1);
            await host.DisposeAsync();
            host = new EngineHost(host);
            await host.Implementation.EnsureStartedAsync();
        }

        (await host.UntilAsync(id, ExecutionStatus.Completed)).StepResults.ShouldHaveSingleItem().Attempt.ShouldBe(9);
        await host.DisposeAsync();
    }

    /// <summary>An execution that brought down as many hosts, each in the moment in which it had begun to run it.</summary>
    private static async Task<string> KilledAsync(EngineHost first, int crashes, List<DateTimeOffset>? times = null)
    {
        first.Registry.Add(Workflows.Sequence("flow", "a"));
        var id = await first.StartAsync("flow");
        await first.UntilAsync(id, ExecutionStatus.Running);
        times?.Add(first.Time.GetUtcNow());
        for (var crash = 1; crash < crashes; crash++)
        {
            var death = new Death(CrashPoint.AfterStart);
            var host = new EngineHost(first, crashPoints: death);
            await host.Implementation.EnsureStartedAsync();
            await host.PassTimeUntilAsync(Seconds(1), () => Task.FromResult(false));
            times?.Add(host.Time.GetUtcNow());
        }
        return id;
    }

    private static async Task<ExecutionRecord> FailedAsync(EngineHost host, string id)
    {
        await host.Implementation.EnsureStartedAsync();
        await host.PassTimeUntilAsync(Seconds(1), id, ExecutionStatus.Failed);
        return await host.GetAsync(id);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
