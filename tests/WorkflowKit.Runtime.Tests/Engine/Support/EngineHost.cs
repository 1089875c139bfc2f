using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
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
    internal EngineHost(
        EngineHost? before = null, WorkflowEngineOptions? options = null, ICrashPoints? crashPoints = null, IExecutionStore? store = null,
        FakeTimeProvider? time = null, TestRegistry? registry = null, Script? script = null)
    {
        Script = script ?? before?.Script ?? new();
        Time = time ?? before?.Time ?? new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Registry = registry ?? before?.Registry ?? new();
        Store = store ?? before?.Store ?? new InMemoryExecutionStore(Time);
        options ??= new() { ShutdownGrace = TimeSpan.Zero };
        var runs = new RunServices
        {
            Catalogue = Catalogue,
            Services = new ServiceCollection().AddSingleton(Script).BuildServiceProvider(),
            Time = Time,
            Loggers = NullLoggerFactory.Instance,
            Random = () => 0.5,
            Limits = options.ForRuns(),
        };
        Implementation = new ExecutionEngine(Store, Registry, runs, options, crashPoints);
    }

    internal Script Script { get; }

    internal FakeTimeProvider Time { get; }

    internal TestRegistry Registry { get; }

    internal IExecutionStore Store { get; }

    internal ExecutionEngine Implementation { get; }

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
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            var record = await GetAsync(id);
            if (condition(record)) return record;
            if (Environment.TickCount64 > deadline) throw new TimeoutException($"No {what}: {record.ToJson()}\n{string.Join('\n', await EventsAsync(id))}");
            await Task.Yield();
        }
    }

    internal Task<ExecutionRecord> UntilStartedAsync(string id, string path) =>
        UntilAsync(id, record => record.StepResults.Any(step => step.Path == path && step.Status == StepStatus.Running), $"running {path}");

    /// <summary>The log in short words.</summary>
    internal async Task<List<string>> EventsAsync(string id) => [.. (await Store.ReadAsync(id, 0, int.MaxValue)).Select(Describe)];

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
