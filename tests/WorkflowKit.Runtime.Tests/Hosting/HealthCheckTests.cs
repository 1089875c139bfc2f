using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Hosting;

public sealed class HealthCheckTests : IAsyncDisposable
{
    private const string Store = "workflowkit-store";
    private const string Queue = "workflowkit-queue";
    private const string Heartbeat = "workflowkit-heartbeat";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly VirtualTime _time = new();
    private readonly Script _script = new();
    private readonly StubbornStore _store;
    private readonly TaskCompletionSource _gate = new();
    private readonly List<ServiceProvider> _made = [];

    public HealthCheckTests()
    {
        _store = new StubbornStore(new InMemoryExecutionStore(_time));
        _script.On("a", async (_, _) =>
        {
            await _gate.Task;
            return "a";
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _gate.TrySetResult();
        foreach (var services in _made) await services.DisposeAsync();
    }

    [Fact]
    public async Task A_host_that_has_nothing_to_do_is_healthy()
    {
        var report = await ReportAsync(Host());

        report.Status.ShouldBe(HealthStatus.Healthy);
        report.Entries.Keys.Order(StringComparer.Ordinal).ShouldBe([Heartbeat, Queue, Store]);
        report.Entries.Values.ShouldAllBe(entry => entry.Tags.Single() == "ready" && entry.Data.Count > 0);
    }

    [Fact]
    public async Task Adding_the_checks_twice_adds_them_once()
    {
        var report = await ReportAsync(Host(health: checks => checks.AddWorkflowKit().AddWorkflowKit(options => options.StoreTimeout = TimeSpan.FromSeconds(1))));

        report.Entries.Count.ShouldBe(3);
        report.Entries[Store].Data["timeoutMilliseconds"].ShouldBe(1_000.0);
    }

    [Fact]
    public async Task A_queue_is_degraded_above_its_share_and_unhealthy_when_it_is_full()
    {
        var host = Host(options => (options.MaxConcurrentExecutions, options.MaxQueuedExecutions, options.ShutdownGrace) = (1, 10, TimeSpan.Zero));
        await StartAsync(host, 1 + 8);
        (await EntryAsync(host, Queue)).Status.ShouldBe(HealthStatus.Healthy);

        await StartAsync(host, 1);
        var degraded = await EntryAsync(host, Queue);
        await StartAsync(host, 1);
        var full = await EntryAsync(host, Queue);

        degraded.Status.ShouldBe(HealthStatus.Degraded);
        degraded.Description.ShouldBe("The queue is nearly full: 9 of 10 places are taken.");
        degraded.Data["share"].ShouldBe(0.9);
        full.Status.ShouldBe(HealthStatus.Unhealthy);
        full.Data.ShouldBe(new Dictionary<string, object> { ["waiting"] = 10, ["maxQueued"] = 10, ["share"] = 1.0, ["running"] = 1, ["maxConcurrent"] = 1 });
        await Should.ThrowAsync<QueueFullException>(StartAsync(host, 1));
    }

    [Fact]
    public async Task A_host_without_a_queue_is_healthy_until_it_has_no_room()
    {
        var host = Host(options => (options.MaxConcurrentExecutions, options.MaxQueuedExecutions, options.ShutdownGrace) = (1, 0, TimeSpan.Zero));
        (await EntryAsync(host, Queue)).Status.ShouldBe(HealthStatus.Healthy);

        await StartAsync(host, 1);

        (await EntryAsync(host, Queue)).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task A_host_that_stops_takes_no_more_work()
    {
        var host = Host();
        await host.GetRequiredService<WorkflowKit.Engine.ExecutionEngine>().StopAsync(Token);

        (await EntryAsync(host, Queue)).Description.ShouldBe("The engine stops: it starts no executions any more.");
    }

    [Fact]
    public async Task A_store_that_fails_is_unhealthy_and_says_why()
    {
        _store.BeforeFind = static () => throw new IOException("The disk is gone.");

        var entry = await EntryAsync(Host(), Store);

        entry.Status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description.ShouldBe("The execution store failed: The disk is gone.");
        entry.Exception.ShouldBeOfType<IOException>();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_in_time_is_unhealthy_and_not_asked_again_until_it_has()
    {
        var host = Host();
        var answer = new TaskCompletionSource();
        _store.BeforeFind = () => answer.Task;

        for (var look = 0; look < 3; look++)
        {
            var entry = await PassTimeUntilAsync(EntryAsync(host, Store), TimeSpan.FromSeconds(5));
            entry.Status.ShouldBe(HealthStatus.Unhealthy);
            entry.Description.ShouldBe("The execution store did not answer within 5 s.");
        }

        await Poll.UntilAsync(() => _store.Questions > 0, Patience, () => new("Nobody asks."), Token);
        _store.Questions.ShouldBe(1);
        answer.SetResult();
        await Poll.UntilAsync(async () => (await EntryAsync(host, Store)).Status == HealthStatus.Healthy, Patience, () => new("The store stays unhealthy."), Token);
    }

    [Fact]
    public async Task A_heartbeat_that_is_late_is_degraded_and_unhealthy_once_the_lease_is_over()
    {
        // A store that takes the heartbeat's thread, so that it does not even see that its time is over.
        using var answer = new ManualResetEventSlim();
        var asked = new TaskCompletionSource();
        var host = Host(options => options.ShutdownGrace = TimeSpan.Zero);
        _store.BeforeRenew = () =>
        {
            asked.TrySetResult();
            answer.Wait(Token);
            return Task.CompletedTask;
        };
        await StartAsync(host, 1);
        await Poll.UntilAsync(async () => (await EntryAsync(host, Heartbeat)).Data.ContainsKey("secondsSinceRenewal"), Patience, () => new("The heart does not beat."), Token);
        var beat = Task.Run(() => _time.Advance(TimeSpan.FromSeconds(5)), Token);
        await asked.Task.WaitAsync(Patience, Token);

        _time.Advance(TimeSpan.FromSeconds(10));
        var inTime = await EntryAsync(host, Heartbeat);
        _time.Advance(TimeSpan.FromSeconds(1));
        var late = await EntryAsync(host, Heartbeat);
        _time.Advance(TimeSpan.FromSeconds(14));
        var over = await EntryAsync(host, Heartbeat);
        answer.Set();
        await beat;

        inTime.Status.ShouldBe(HealthStatus.Healthy);
        late.Status.ShouldBe(HealthStatus.Degraded);
        over.Status.ShouldBe(HealthStatus.Unhealthy);
        over.Description.ShouldBe("The lease of 30 s was renewed 30 s ago: other hosts may run its executions by now.");
        over.Data.ShouldBe(new Dictionary<string, object> { ["executions"] = 1, ["leaseSeconds"] = 30.0, ["secondsSinceRenewal"] = 30.0 });
    }

    [Fact]
    public async Task Limits_that_mean_nothing_are_told_instead_of_thrown()
    {
        var host = Host(health: checks => checks.AddWorkflowKit(options => (options.StoreTimeout, options.DegradedQueueShare) = (TimeSpan.Zero, 80)));

        var entry = await EntryAsync(host, Store);

        entry.Status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description.ShouldBe(
            "The engine cannot be looked at: StoreTimeout must be longer than zero and at most 01:00:00; it is 00:00:00.; DegradedQueueShare must be from 0 to 1; it is 80.");
    }

    private ServiceProvider Host(Action<WorkflowEngineOptions>? configure = null, Action<IHealthChecksBuilder>? health = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton<IExecutionStore>(_store)
            .AddSingleton<IWorkflowRegistry>(new TestRegistry().Add(Workflows.Sequence("flow", "a")))
            .AddSingleton(_script)
            .AddSingleton(StepRegistration.Of<Call, Call.Input, Call.Output>())
            .AddWorkflowKitRuntime(configure);
        (health ?? (static checks => checks.AddWorkflowKit()))(services.AddHealthChecks());
        var built = services.BuildServiceProvider();
        _made.Add(built);
        return built;
    }

    private static async Task StartAsync(ServiceProvider host, int count)
    {
        for (var started = 0; started < count; started++) await host.GetRequiredService<IExecutionEngine>().StartAsync("flow", cancellationToken: Token);
    }

    private static Task<HealthReport> ReportAsync(ServiceProvider host) => host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

    private static async Task<HealthReportEntry> EntryAsync(ServiceProvider host, string name) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == name, Token)).Entries[name];

    private async Task<T> PassTimeUntilAsync<T>(Task<T> task, TimeSpan step)
    {
        await Poll.UntilAsync(
            () =>
            {
                _time.Advance(step);
                return task.IsCompleted;
            }, Patience, () => new("It does not come to its end."), Token);
        return await task;
    }
}
