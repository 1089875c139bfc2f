using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Log;
using WorkflowKit.Stores;
using WorkflowKit.Testing.Fakes;
using WorkflowKit.Testing.Hosting;
using WorkflowKit.Tests.Workflows.Steps;

namespace WorkflowKit.Tests.Workflows;

/// <summary>A host as an application makes it, with steps for tests and a clock that the test moves.</summary>
internal sealed class WorkflowHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ServiceProvider _provider;

    public WorkflowHost(Action<WorkflowKitBuilder>? more = null, VirtualTime? time = null, IExecutionStore? store = null)
    {
        Time = time ?? new VirtualTime();
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

    public VirtualTime Time { get; }

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

    /// <summary>Saves and runs a workflow to its end.</summary>
    public async Task<ExecutionRecord> RunAsync(Workflow workflow, object? inputs = null)
    {
        await SaveAsync(workflow);
        return await UntilFinishedAsync(await StartAsync(workflow.Id, inputs));
    }

    public Task<string> StartAsync(string workflowId, object? inputs = null) =>
        Engine.StartAsync(workflowId, inputs is null ? default : JsonSerializer.SerializeToElement(inputs), cancellationToken: Cancellation);

    public Task SupplyAsync(string executionId, string path, string data) =>
        Engine.SupplyInputAsync(executionId, path, JsonElement.Parse(data), cancellationToken: Cancellation);

    /// <summary>Waits for an execution's end. Time passes from timer to timer, and only while nothing else goes on: whatever happens at a moment has happened before the next.</summary>
    public async Task<ExecutionRecord> UntilFinishedAsync(string executionId)
    {
        while (true)
        {
            await UntilRestAsync();
            var record = await Engine.GetAsync(executionId, Cancellation);
            if (record!.Status.IsFinished())
                return record;
            Time.AdvanceToNextTimer().ShouldBeTrue($"It waits, and not for a time: {record.ToJson()}");
        }
    }

    /// <summary>Waits until nothing moves any more before time passes or somebody asks for something. A step that runs moves, also one that waits at a gate.</summary>
    public Task UntilRestAsync() => new HostRest(Engine, Time, new StepJournal(Time)).UntilAsync(Cancellation);

    public Task UntilStatusAsync(string executionId, ExecutionStatus status) =>
        Poll.UntilAsync(async () => (await Engine.GetAsync(executionId, Cancellation))!.Status == status, Patience, StoryAsync);

    public Task UntilAsync(Func<bool> condition) => Poll.UntilAsync(condition, Patience, StoryAsync);

    public async Task<IReadOnlyList<ProgressEvent>> EventsAsync(string executionId)
    {
        var events = new List<ProgressEvent>();
        await foreach (var one in Engine.WatchAsync(executionId, cancellationToken: Cancellation))
            events.Add(one);
        return events;
    }

    private async ValueTask<string> StoryAsync()
    {
        var story = new List<string> { "It did not happen in time." };
        foreach (var one in (await Engine.QueryAsync(cancellationToken: Cancellation)).Items)
            story.Add((await Engine.GetAsync(one.Id, Cancellation))!.ToJson());
        return string.Join('\n', story);
    }
}
