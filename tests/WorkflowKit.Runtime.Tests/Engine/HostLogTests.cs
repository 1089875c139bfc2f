using Microsoft.Extensions.Logging;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What whoever keeps the host reads of executions.</summary>
public sealed class HostLogTests : IAsyncDisposable
{
    private readonly LogRecorder _log = new();
    private readonly EngineHost _host;

    public HostLogTests() => _host = new EngineHost(loggers: _log);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_failed_execution_is_one_warning_with_all_that_is_needed_to_find_it()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        _host.Script.Fails("b");

        var record = await _host.RunAsync("flow");

        await UntilLoggedAsync(record.Id, 2013);
        _log.Lines.Where(line => line.Category == "WorkflowKit.Engine")
            .ShouldBe([new("WorkflowKit.Engine", LogLevel.Warning, 2013, $"Execution {record.Id} of flow failed at b: {record.Error!.Message}", null)]);
        _log.Lines.Where(line => line.Category == "WorkflowKit.Run").ShouldHaveSingleItem().Event.ShouldBe(1);
    }

    [Fact]
    public async Task An_execution_that_failed_at_no_step_says_so()
    {
        _host.Registry.Add(Workflows.RunningOutOfTime("flow"));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        await _host.PassTimeUntilAsync(TimeSpan.FromHours(1), id, ExecutionStatus.Failed);

        await UntilLoggedAsync(id, 2014);
        _log.Lines.Select(line => line.Message).ShouldBe([$"Execution {id} of flow failed: The run took longer than PT1H."]);
    }

    [Fact]
    public async Task Executions_that_complete_or_are_cancelled_are_no_warning()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Asking("asking"));

        await _host.RunAsync("flow");
        var asking = await _host.RunAsync("asking");
        await _host.Engine.CancelAsync(asking.Id, null, EngineHost.Token);
        await _host.EndOfAsync(asking.Id);

        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task How_many_executions_of_a_dead_host_were_taken_up_is_one_line()
    {
        var death = new Death();
        var dead = new EngineHost(crashPoints: death);
        dead.Registry.Add(Workflows.Sequence("flow", "a"));
        var never = new TaskCompletionSource<string>();
        dead.Script.On("a", async (_, _) => await never.Task);
        foreach (var id in new[] { await dead.StartAsync("flow"), await dead.StartAsync("flow") }) await dead.UntilStartedAsync(id, "a");
        _ = death.Kill();
        var log = new LogRecorder(LogLevel.Information);
        await using var next = new EngineHost(dead, script: new(), loggers: log);

        await next.Implementation.EnsureStartedAsync();
        await next.PassTimeUntilAsync(TimeSpan.FromSeconds(10), () => Task.FromResult(log.Lines.Any(static line => line.Event == 2022)));

        log.Lines.Where(static line => line.Event == 2022)
            .ShouldBe([new("WorkflowKit.Engine", LogLevel.Information, 2022, "Took up 2 running executions whose host is gone", null)]);
    }

    private Task<ExecutionRecord> UntilLoggedAsync(string id, int eventId) => _host.UntilAsync(id, _ => _log.Lines.Any(line => line.Event == eventId), $"line of event {eventId}");
}
