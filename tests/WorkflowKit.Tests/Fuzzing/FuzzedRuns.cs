using System.Diagnostics;
using System.Text.Json;
using WorkflowKit.Engine;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Grown definitions in a folder, run by one host after another over one store.</summary>
internal sealed class FuzzedRuns : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 500 };

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // More than 100 hours of their time.
    private const int MostLooks = 250;

    private static readonly object Inputs = new { word = "w", number = 3, flag = true, numbers = new[] { 1, 2, 3 }, anything = new { a = 1 } };

    private readonly string _folder = Directory.CreateTempSubdirectory("workflowkit-").FullName;
    private readonly Dictionary<string, string> _texts;
    private readonly List<string> _failures = [];

    public FuzzedRuns(IEnumerable<int> seeds)
    {
        _texts = seeds.ToDictionary(seed => $"w{seed}", seed => DefinitionGrower.Grow(seed, seed % 12 + 1, $"w{seed}", isForRunning: true).ToJsonString(Json));
        foreach (var (id, text) in _texts)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "definitions")).FullName, $"{id}.workflow.json"), text);
    }

    /// <summary>What must never be, each with its definition.</summary>
    public IReadOnlyList<string> Failures => _failures;

    public string TextOf(string id) => _texts[id];

    /// <summary>Whether all of its steps run one after the other, so that its result hangs on nothing else.</summary>
    public bool IsInOrder(string id) => !new[] { "\"parallel\"", "\"after\"", "\"concurrency\":3" }.Any(word => _texts[id].Contains(word, StringComparison.Ordinal));

    /// <summary>Runs all to their ends.</summary>
    /// <param name="restarts">How often the host stops and another takes over.</param>
    /// <returns>What became of each.</returns>
    public async Task<Dictionary<string, string>> RunAsync(int restarts)
    {
        // Half a minute before the time that grown definitions wait for.
        var time = new VirtualTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var store = new InMemoryExecutionStore(time);
        var completed = new Dictionary<string, string?>();
        var host = await HostAsync(time, store);
        try
        {
            var executions = new Dictionary<string, string>();
            foreach (var id in _texts.Keys)
                executions[id] = await host.StartAsync(id, Inputs);

            var watch = Stopwatch.StartNew();
            for (var look = 1; ; look++)
            {
                await host.UntilRestAsync();
                var records = new Dictionary<string, ExecutionRecord>();
                foreach (var (id, execution) in executions)
                    Check(id, records[id] = (await host.Engine.GetAsync(execution, TestContext.Current.CancellationToken))!, completed);
                if (records.Values.All(HasEnded))
                    return records.ToDictionary(one => one.Key, one => Summary(one.Value));
                if (look == MostLooks || watch.Elapsed > Patience)
                    throw new TimeoutException($"Do not end: {string.Join('\n', records.Where(one => !HasEnded(one.Value)).Select(one => $"{Summary(one.Value)}\n{_texts[one.Key]}"))}");
                if (look <= restarts)
                {
                    await host.DisposeAsync();
                    host = await HostAsync(time, store);
                }

                // First the waits of seconds, one by one; then all that is left.
                time.Advance(look < 8 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(30));
            }
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool HasEnded(ExecutionRecord record) => record.Status is ExecutionStatus.Completed or ExecutionStatus.Failed;

    private async Task<WorkflowHost> HostAsync(VirtualTime time, InMemoryExecutionStore store)
    {
        var host = new WorkflowHost(
            kit => kit.AddDefinitions(Path.Combine(_folder, "definitions")).ConfigureCompiler(options => options.CacheFolder = Path.Combine(_folder, "cache")), time, store);
        await ((ExecutionEngine)host.Engine).EnsureStartedAsync();
        return host;
    }

    // What has completed keeps its output, and no replay asks for what the log does not have.
    private void Check(string id, ExecutionRecord record, Dictionary<string, string?> completed)
    {
        if (record.Error is { Type: "recovery" or "internal" } error)
            _failures.Add($"{id}: {error.Code}: {error.Message}\n{_texts[id]}");
        foreach (var step in record.StepResults.Where(step => step.Status == StepStatus.Completed))
        {
            var output = step.Output?.GetRawText();
            if (!completed.TryAdd($"{id}:{step.Path}", output) && completed[$"{id}:{step.Path}"] != output)
                _failures.Add($"{id}: the output of {step.Path} was {completed[$"{id}:{step.Path}"]} and is {output}\n{_texts[id]}");
        }
    }

    // What does not depend on when the run was.
    private static string Summary(ExecutionRecord record)
    {
        var steps = record.StepResults.OrderBy(one => one.Path, StringComparer.Ordinal)
            .Select(one => $"{one.Path} {one.Status} {one.Attempt} {one.Output?.GetRawText()} {one.Error?.Type} {one.Error?.Message}");
        var all = $"{record.Status} {record.Outputs?.GetRawText()} {record.Error?.StepId} {record.Error?.Message}\n{string.Join('\n', steps)}";
        return all.Replace(record.Id, "ID", StringComparison.OrdinalIgnoreCase);
    }
}
