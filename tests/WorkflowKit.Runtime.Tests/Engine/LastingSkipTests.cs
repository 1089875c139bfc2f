using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>A skip that was acknowledged before the run comes to its step: whatever happens on the way there, the step is left out.</summary>
public sealed class LastingSkipTests : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly EngineHost _host = new();
    private readonly TaskCompletionSource _gate = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task It_outlasts_a_wait()
    {
        var id = await FailedAsync();
        BookingFailsOnceMore();

        await SkipAsync(_host, id);

        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.PassTimeAsync(TimeSpan.FromHours(1));
        await LeftOutAsync(_host, id);
    }

    [Fact]
    public async Task It_outlasts_a_wait_and_a_restart_of_the_host()
    {
        var id = await FailedAsync();
        BookingFailsOnceMore();
        await SkipAsync(_host, id);
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.DisposeAsync();

        await using var next = new EngineHost(_host);
        await next.Implementation.EnsureStartedAsync();
        await next.PassTimeAsync(TimeSpan.FromHours(1));

        await LeftOutAsync(next, id);
    }

    [Fact]
    public async Task It_outlasts_a_pause()
    {
        var id = await FailedAsync();
        HoldBooking();
        await SkipAsync(_host, id);
        await _host.UntilStartedAsync(id, "book");

        await PauseAndResumeAsync(id);

        await LeftOutAsync(_host, id);
    }

    [Fact]
    public async Task It_outlasts_a_pause_where_the_run_was_under_way_already()
    {
        var id = await RetriedAsync();

        await SkipAsync(_host, id);
        await PauseAndResumeAsync(id);

        await LeftOutAsync(_host, id);
    }

    [Fact]
    public async Task It_outlasts_another_failure()
    {
        var id = await RetriedAsync();

        await SkipAsync(_host, id);
        _gate.SetException(new HttpRequestException("No more of it."));
        await _host.PassTimeUntilAsync(TimeSpan.FromHours(1), id, ExecutionStatus.Failed);
        _host.Script.On("book", static (_, _) => new("late"));
        await _host.Engine.RetryAsync(id, null, EngineHost.Token);

        await LeftOutAsync(_host, id);
    }

    [Fact]
    public async Task It_outlasts_hosts_that_die_one_after_the_other()
    {
        var id = await FailedAsync();
        await _host.DisposeAsync();
        await DieAsync(host => SkipAsync(host, id));
        for (var crash = 0; crash < 2; crash++) await DieAsync();

        await using var next = new EngineHost(_host);
        await next.Implementation.EnsureStartedAsync();
        await EndedAsync(next, id);

        await LeftOutAsync(next, id);
    }

    [Fact]
    public async Task It_outlasts_the_delay_of_an_execution_that_is_to_be_recovered()
    {
        var id = await FailedAsync();
        await _host.DisposeAsync();
        await DieAsync(host => host.Engine.RetryAsync(id, null, EngineHost.Token));
        for (var crash = 0; crash < 3; crash++) await DieAsync();
        await using var next = await InDelayAsync(id);

        await SkipAsync(next, id);

        await EndedAsync(next, id);
        await LeftOutAsync(next, id);
    }

    [Fact]
    public async Task One_of_a_step_that_waits_outlasts_the_delay_of_an_execution_that_is_to_be_recovered()
    {
        var (both, ask, call) = (Flow.Control("both", "parallel"), Flow.Control("ask", "input", parent: "both"), Flow.Call("a", "both"));
        _host.Registry.Add(new TestWorkflow("flow", [both, ask, call], async run =>
        {
            await run.At(both).ParallelAsync(
                ParallelMode.All, null,
                new ParallelBranch("ask", async run => CelValue.FromJson(await run.At(ask).InputAsync("Approve?", null, "{}"))),
                new ParallelBranch("a", async run => Cel.Of((await run.At(call).ExecuteAsync(new("x"))).Value)));
            return Cel.Of("done");
        }));
        _host.Script.On("a", async (_, token) =>
        {
            await _gate.Task.WaitAsync(token);
            return "late";
        });
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");
        await _host.UntilAsync(id, static record => record.Entries.Any(static entry => entry is InputRequested));
        await _host.DisposeAsync();
        _gate.SetResult();
        for (var crash = 0; crash < 4; crash++) await DieAsync();
        await using var next = await InDelayAsync(id);

        await next.Engine.SkipAsync(id, "ask", cancellationToken: EngineHost.Token);

        await EndedAsync(next, id);
        (await next.EventsAsync(id)).ShouldContain("  skipped ask user");
    }

    /// <summary>A host that has found the execution, and lets it wait.</summary>
    private async Task<EngineHost> InDelayAsync(string id)
    {
        var host = new EngineHost(_host);
        await host.Implementation.EnsureStartedAsync();
        await host.PassTimeAsync(Lease);
        await host.RestAsync();
        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Running);
        host.Implementation.Core.Actors.Find(id).ShouldBeNull();
        return host;
    }

    /// <summary>A host that dies in the moment in which it has begun to run the execution.</summary>
    private async Task DieAsync(Func<EngineHost, Task>? ask = null)
    {
        var host = new EngineHost(_host, crashPoints: new Death(CrashPoint.AfterStart));
        await host.Implementation.EnsureStartedAsync();
        _ = ask?.Invoke(host);
        await host.PassTimeUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(false));
    }

    /// <summary>An execution that has failed at its last step and has undone the others.</summary>
    private async Task<string> FailedAsync()
    {
        var (book, unbook) = (Flow.Call("book", retry: new(2, TimeSpan.FromHours(1))), Flow.Call("unbook", parent: "book", undo: true));
        var (pack, unpack, pay) = (Flow.Call("pack"), Flow.Call("unpack", parent: "pack", undo: true), Flow.Call("pay"));
        _host.Registry.Add(new TestWorkflow("flow", [book, unbook, pack, unpack, pay], async run =>
        {
            await run.At(book).ExecuteAsync(new("x"));
            run.At(book).Compensate(async run => await run.At(unbook).ExecuteAsync(new("x")));
            await run.At(pack).ExecuteAsync(new("x"));
            run.At(pack).Compensate(async run => await run.At(unpack).ExecuteAsync(new("x")));
            await run.At(pay).ExecuteAsync(new("x"));
            return Cel.Of("done");
        }));
        _host.Script.Fails("pay");
        return (await _host.RunAsync("flow")).Id;
    }

    /// <summary>The same, retried, and held in its first step.</summary>
    private async Task<string> RetriedAsync()
    {
        var id = await FailedAsync();
        HoldBooking();
        await _host.Engine.RetryAsync(id, null, EngineHost.Token);
        await _host.UntilStartedAsync(id, "book");
        return id;
    }

    private async Task PauseAndResumeAsync(string id)
    {
        await _host.Engine.PauseAsync(id, null, EngineHost.Token);
        _gate.SetResult();
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        await _host.Engine.ResumeAsync(id, null, EngineHost.Token);
    }

    private void BookingFailsOnceMore() => _host.Script.Fails("book", times: 2);

    private void HoldBooking() => _host.Script.On("book", async (_, token) =>
    {
        await _gate.Task.WaitAsync(token);
        return "late";
    });

    private static Task SkipAsync(EngineHost host, string id) => host.Engine.SkipAsync(id, "pay", cancellationToken: EngineHost.Token);

    private static Task EndedAsync(EngineHost host, string id) =>
        host.PassTimeUntilAsync(TimeSpan.FromSeconds(1), async () => (await host.GetAsync(id)).Status is ExecutionStatus.Completed or ExecutionStatus.Failed);

    private static async Task LeftOutAsync(EngineHost host, string id)
    {
        var record = await host.UntilAsync(id, static record => record.Status is ExecutionStatus.Completed or ExecutionStatus.Failed);
        record.Status.ShouldBe(ExecutionStatus.Completed);
        host.Script.Started.Count(static path => path == "pay").ShouldBe(1);
    }
}
