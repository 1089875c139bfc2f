using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>Hosts that run many executions and are killed at random moments, one after the other, and what must hold in the end.</summary>
/// <param name="store">The kind of store.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="folder">Where the hosts' files go.</param>
/// <param name="seed">Makes the moments.</param>
internal sealed class CrashScenario(string store, string connectionString, string folder, int seed)
{
    private const int StartsPerLife = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, string> _started = [];
    private readonly List<string> _complaints = [];
    private int _keys;

    /// <summary>How many times a host is killed: ten, or as many as the environment says.</summary>
    internal static int Kills => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_CRASHES"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    internal async Task RunAsync(IExecutionEngine look)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = new CrashHost(store, connectionString, folder, _started);
            await host.ReadyAsync();
            AskForMore(host, StartsPerLife);
            await Task.Delay(_random.Next(20, 900), TestContext.Current.CancellationToken);
            host.Kill();
            _complaints.Add(host.Errors);
        }

        using var last = new CrashHost(store, connectionString, folder, _started);
        await last.ReadyAsync();
        AskForMore(last, 0);
        await UntilAllHaveEndedAsync(look, last);
        (await last.StopAsync()).ShouldBe(0, last.Errors);

        foreach (var (key, id) in _started) Check(await look.GetAsync(id), int.Parse(key.Split('-')[1], CultureInfo.InvariantCulture));
        await CheckEffectsAsync(look);
    }

    /// <summary>Starts new executions, and those again that no host has acknowledged: under the same key, so that none runs twice.</summary>
    private void AskForMore(CrashHost host, int count)
    {
        for (var number = 0; number < _keys; number++)
            if (!_started.ContainsKey(KeyOf(number))) host.Start(KeyOf(number), number);
        for (var more = 0; more < count; more++, _keys++) host.Start(KeyOf(_keys), _keys);
    }

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"key-{number}");

    private async Task UntilAllHaveEndedAsync(IExecutionEngine look, CrashHost host)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (_started.Count < _keys || (await UnfinishedAsync(look)).Count > 0)
        {
            if (Environment.TickCount64 > deadline)
            {
                var unfinished = await UnfinishedAsync(look);
                Assert.Fail($"Seed {seed}: {_keys - _started.Count} starts without an answer, {unfinished.Count} executions without an end.\n"
                    + $"{(unfinished.Count > 0 ? unfinished[0].ToJson() : "")}\n{host.Errors}\n{string.Join("\n", _complaints)}");
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<List<ExecutionRecord>> UnfinishedAsync(IExecutionEngine look)
    {
        var unfinished = new List<ExecutionRecord>();
        foreach (var id in _started.Values)
            if (await look.GetAsync(id) is { Status: ExecutionStatus.Pending or ExecutionStatus.Running or ExecutionStatus.Paused } record) unfinished.Add(record);
        return unfinished;
    }

    private void Check(ExecutionRecord? record, int number)
    {
        var story = $"seed {seed}, {record?.ToJson()}";
        record.ShouldNotBeNull(story).Status.ShouldBe(ExecutionStatus.Completed, story);
        JsonElement.DeepEquals(record.Outputs!.Value, JsonSerializer.SerializeToElement(new { result = number * 4, items = new[] { 2, 4, 6, 8, 10 } })).ShouldBeTrue(story);
    }

    private async Task CheckEffectsAsync(IExecutionEngine look)
    {
        var effects = (await File.ReadAllLinesAsync(Path.Combine(folder, "effects"), TestContext.Current.CancellationToken)).Select(line => line.Split(' ')).ToList();
        var keys = effects.GroupBy(effect => (Execution: effect[0], Path: effect[1]), effect => effect[2]).ToDictionary(group => group.Key, group => group.Distinct().ToList());

        keys.Values.ShouldAllBe(list => list.Count == 1, $"seed {seed}: a step's key changed");
        keys.Values.SelectMany(list => list).Distinct().Count().ShouldBe(keys.Count, $"seed {seed}: two steps share a key");
        var query = new ExecutionQuery { Limit = ExecutionQuery.MaxLimit };
        do
        {
            var page = await look.QueryAsync(query);
            foreach (var one in page.Items) await CheckLogAsync(look, one.Id, keys);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
    }

    /// <summary>No gap in the log, no completion twice, none without its effect.</summary>
    private async Task CheckLogAsync(IExecutionEngine look, string id, Dictionary<(string Execution, string Path), List<string>> effects)
    {
        var log = new List<ProgressEvent>();
        await foreach (var entry in look.WatchAsync(id, cancellationToken: TestContext.Current.CancellationToken)) log.Add(entry);
        var story = $"seed {seed}\n{string.Join("\n", log.Select(entry => entry.ToJson()))}";

        log.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, log.Count).Select(sequence => (long)sequence), story);
        var completed = log.OfType<StepCompleted>().ToList();
        completed.Select(entry => entry.Path).ShouldBeUnique(story);
        string[] acting = ["begin", "item", "shaky", "end", "first", "second"];
        foreach (var entry in completed.Where(entry => acting.Contains(entry.StepId))) effects.ShouldContainKey((id, entry.Path), story);
    }
}
