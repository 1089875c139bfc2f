using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Workflows.Steps;

namespace WorkflowKit.Tests.Workflows;

/// <summary>A host as an application makes it, with steps for tests and a clock that the test moves.</summary>
internal sealed class WorkflowHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ServiceProvider _provider;

    public WorkflowHost(Action<WorkflowKitBuilder>? more = null, FakeTimeProvider? time = null, IExecutionStore? store = null)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        if (store is not null)
            services.AddSingleton(store);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Journal);
        services.AddSingleton(Gates);
        services.AddSingleton<Counters>();
        services.AddWorkflowKit(kit => kit.AddStep<Echo>().AddStep<Add>().AddStep<Flaky>().AddStep<Gate>().AddStep<Order>().AddStep<Count>()
            .AddStep<MayGiveNothing>().AddStep<GivesNothing>()
            .ConfigureEngine(options => options.IncludeStackTraces = true));
        if (more is not null)
            services.AddWorkflowKit(more);
        _provider = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public Journal Journal { get; } = new();

    public Gates Gates { get; } = new();

    public IWorkflowRegistry Registry => _provider.GetRequiredService<IWorkflowRegistry>();

    public IExecutionEngine Engine => _provider.GetRequiredService<IExecutionEngine>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    public async Task<CompilationResult> SaveAsync(Workflow workflow)
    {
        var result = await Registry.SaveAsync(workflow.Json, cancellationToken: Cancellation);
        result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return result;
    }

    /// <summary>Saves and runs a workflow to its end; timers go off as soon as nothing else happens.</summary>
    public async Task<ExecutionRecord> RunAsync(Workflow workflow, object? inputs = null)
    {
        await SaveAsync(workflow);
        return await UntilFinishedAsync(await StartAsync(workflow.Id, inputs));
    }

    public Task<string> StartAsync(string workflowId, object? inputs = null) =>
        Engine.StartAsync(workflowId, inputs is null ? default : JsonSerializer.SerializeToElement(inputs), cancellationToken: Cancellation);

    public Task SupplyAsync(string executionId, string path, string data) =>
        Engine.SupplyInputAsync(executionId, path, JsonElement.Parse(data), cancellationToken: Cancellation);

    public async Task<ExecutionRecord> UntilFinishedAsync(string executionId)
    {
        ExecutionRecord? record = null;
        await UntilAsync(async () =>
        {
            record = await Engine.GetAsync(executionId, Cancellation);
            if (record!.Status is ExecutionStatus.Completed or ExecutionStatus.Failed or ExecutionStatus.Cancelled)
                return true;
            Time.Advance(TimeSpan.FromSeconds(5));
            return false;
        });
        return record!;
    }

    public Task UntilStatusAsync(string executionId, ExecutionStatus status) =>
        UntilAsync(async () => (await Engine.GetAsync(executionId, Cancellation))!.Status == status);

    public Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    public async Task<IReadOnlyList<ProgressEvent>> EventsAsync(string executionId)
    {
        var events = new List<ProgressEvent>();
        await foreach (var one in Engine.WatchAsync(executionId, cancellationToken: Cancellation))
            events.Add(one);
        return events;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(Patience, "It did not happen in time.");
            await Task.Delay(1, Cancellation);
        }
    }
}
