using System.Diagnostics;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class TimerTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Two_days_pass_as_soon_as_the_clock_says_so()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(2)));
        var run = _host.RunAsync("flow");
        var id = (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldHaveSingleItem().Id;
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        _host.Time.Advance(TimeSpan.FromDays(2));

        var record = await run;
        record.Status.ShouldBe(ExecutionStatus.Completed);
        record.Duration.ShouldBe(TimeSpan.FromDays(2));
        (await _host.EventsAsync(id)).ShouldBe(
        [
            "started", "  started before", "  completed before", "  started pause", "paused timer", "resumed timer", "  completed pause",
            "  started after", "  completed after", "completed",
        ]);
    }

    [Fact]
    public async Task A_wait_is_not_over_before_its_time()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(2)));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        _host.Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));

        (await _host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Thousands_wait_without_being_held_in_memory_and_all_wake()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var ids = new List<string>();
        for (var count = 0; count < 3000; count++) ids.Add(await _host.StartAsync("flow"));
        foreach (var id in ids) await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.UntilAsync(ids[0], _ => _host.Implementation.Core.Actors.IsEmpty);
        _host.Registry.Leases.ShouldBe(0);

        _host.Time.Advance(TimeSpan.FromHours(1));

        foreach (var id in ids) (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Pausing_one_that_waits_keeps_its_timer_from_waking_it()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.Engine.PauseAsync(id, null, EngineHost.Token);

        _host.Time.Advance(TimeSpan.FromHours(2));
        (await _host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Paused);
        await _host.Engine.ResumeAsync(id, null, EngineHost.Token);

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_workflows_timeout_ends_it_also_while_it_waits()
    {
        var waiting = Workflows.Waiting("inner", TimeSpan.FromDays(10));
        _host.Registry.Add(new TestWorkflow("flow", waiting.Steps, waiting.RunAsync) { Options = new() { Timeout = TimeSpan.FromDays(7) } });
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        _host.Time.Advance(TimeSpan.FromDays(7));

        (await _host.EndOfAsync(id)).Error!.Code.ShouldBe("timeout");
        (await _host.EventsAsync(id)).Count(entry => entry == "resumed timer").ShouldBe(1);
    }

    [Fact]
    public async Task Finished_executions_go_when_their_retention_is_over()
    {
        _host.Registry.Add(Workflows.Sequence("brief", ["a"], new() { Retention = TimeSpan.FromDays(1) }), Workflows.Sequence("flow", "a"));
        for (var count = 0; count < 250; count++) await _host.RunAsync("brief");
        var kept = await _host.RunAsync("flow");

        _host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(2));

        await _host.UntilAsync(kept.Id, _ => _host.Engine.QueryAsync(cancellationToken: EngineHost.Token).Result.Items.Count == 1);
    }
}
