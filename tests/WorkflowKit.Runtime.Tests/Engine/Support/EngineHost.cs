using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Engine;
using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>An engine with all around it, over virtual time. Several may share a store, as hosts do.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly StepCatalogue Catalogue =
        new([StepRegistration.Of<Call, Call.Input, Call.Output>(), StepRegistration.Of<Odd, Odd.Input, Odd.Output>(), StepRegistration.Of<Quick, Quick.Input, Quick.Output>(), StepRegistration.Of<Login, Login.Input, Login.Output>()]);

    /// <param name="before">The host whose store, clock and workflows this one shares.</param>
    /// <param name="options">Its limits. Steps are not waited for at the end unless they say so: the clock stands still.</param>
    /// <param name="crashPoints">Where it dies.</param>
    /// <param name="store">Its store, where it is not an own one.</param>
    /// <param name="time">Its clock, where it is a special one.</param>
    /// <param name="registry">Its workflows, where they are given.</param>
    /// <param name="script">What its steps do, where that is given.</param>
    /// <param name="loggers">Its log, where somebody reads it.</param>
    internal EngineHost(
        EngineHost? before = null, WorkflowEngineOptions? options = null, ICrashPoints? crashPoints = null, IExecutionStore? store = null,
        VirtualTime? time = null, TestRegistry? registry = null, Script? script = null, ILoggerFactory? loggers = null)
    {
        Script = script ?? before?.Script ?? new();
        Time = time ?? before?.Time ?? new();
        Registry = registry ?? before?.Registry ?? new();
        Store = store ?? before?.Store ?? new InMemoryExecutionStore(Time);
        options ??= new() { ShutdownGrace = TimeSpan.Zero };
        var runs = new RunServices
        {
            Catalogue = Catalogue,
            Services = new ServiceCollection().AddSingleton(Script).BuildServiceProvider(),
            Time = Time,
            Loggers = loggers ?? NullLoggerFactory.Instance,
            Random = () => 0.5,
            Limits = options.ForRuns(),
        };
        Died = (crashPoints as Death)?.Died.Task ?? new TaskCompletionSource().Task;
        Implementation = new ExecutionEngine(Store, Registry, runs, options, crashPoints);
    }

    internal Script Script { get; }

    internal VirtualTime Time { get; }

    internal TestRegistry Registry { get; }

    internal IExecutionStore Store { get; }

    internal ExecutionEngine Implementation { get; }

    /// <summary>Ends when the host dies.</summary>
    internal Task Died { get; }

    internal IExecutionEngine Engine => Implementation;

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => Implementation.DisposeAsync();

    internal async Task<ExecutionRecord> RunAsync(string workflowId, string? inputs = null, StartOptions? options = null) =>
        await Engine.RunAsync(workflowId, inputs, options, Token).WaitAsync(Patience, Token);

    internal async Task<string> StartAsync(string workflowId, string? inputs = null, StartOptions? options = null) =>
        await Engine.StartAsync(workflowId, inputs, options, Token).WaitAsync(Patience, Token);

    internal async Task<ExecutionRecord> EndOfAsync(string id) => await Engine.WaitAsync(id, Token).WaitAsync(Patience, Token);

    internal async Task<ExecutionRecord> GetAsync(string id) => (await Engine.GetAsync(id, Token))!;

    internal Task<ExecutionRecord> UntilAsync(string id, ExecutionStatus status) => UntilAsync(id, record => record.Status == status, status.ToString());

    internal async Task<ExecutionRecord> UntilAsync(string id, Func<ExecutionRecord, bool> condition, string what = "condition")
    {
        ExecutionRecord record = null!;
        await Poll.UntilAsync(
            async () => condition(record = await GetAsync(id)), Patience, async () => $"No {what}: {record.ToJson()}\n{string.Join('\n', await EventsAsync(id))}");
        return record;
    }

    /// <summary>Waits until nothing of this host moves any more by itself, or it is dead.</summary>
    internal Task RestAsync() => Poll.UntilAsync(
        () => Died.IsCompleted || (Time.IsQuiet && Implementation.Core.IsAtRest), Patience, async () => $"The host does not come to rest.\n{await StoryAsync()}");

    /// <summary>Lets time pass once this host rests: one that the machine holds up must not lose its lease, or what it remembers, to the test.</summary>
    internal async Task PassTimeAsync(TimeSpan span)
    {
        await RestAsync();
        if (!Died.IsCompleted) Time.Advance(span);
    }

    /// <summary>Lets time pass, step by step, until the host dies or the condition holds.</summary>
    internal async Task PassTimeUntilAsync(TimeSpan step, Func<Task<bool>> condition)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (!Died.IsCompleted && !await condition())
        {
            if (Environment.TickCount64 > deadline) throw new TimeoutException($"What should come with time does not.\n{await StoryAsync()}");
            await PassTimeAsync(step);
        }
    }

    internal Task PassTimeUntilAsync(TimeSpan step, string id, ExecutionStatus status) => PassTimeUntilAsync(step, async () => (await GetAsync(id)).Status == status);

    internal Task<ExecutionRecord> UntilStartedAsync(string id, string path) =>
        UntilAsync(id, record => record.StepResults.Any(step => step.Path == path && step.Status == StepStatus.Running), $"running {path}");

    /// <summary>The log in short words.</summary>
    internal async Task<List<string>> EventsAsync(string id) => [.. (await Store.ReadAsync(id, 0, int.MaxValue)).Select(Describe)];

    private async Task<string> StoryAsync()
    {
        var story = new List<string>();
        foreach (var one in (await Store.QueryAsync(new())).Items) story.Add($"{one.WorkflowId} {one.Status}\n{string.Join('\n', await EventsAsync(one.Id))}");
        return string.Join('\n', story);
    }

    internal static string Describe(ProgressEvent entry) => entry switch
    {
        ExecutionPaused paused => $"paused {paused.Reason.ToString().ToLowerInvariant()}",
        ExecutionResumed resumed => $"resumed {resumed.Reason.ToString().ToLowerInvariant()}",
        ExecutionStarted or ExecutionCompleted or ExecutionFailed or ExecutionCancelled => entry.Type.Split('_')[1],
        StepEvent step => "  " + RunHost.Describe(step),
        _ => RunHost.Describe(entry),
    };

    internal static JsonElement Json(string text) => JsonElement.Parse(text);
}
