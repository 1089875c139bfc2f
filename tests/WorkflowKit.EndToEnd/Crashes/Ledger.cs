using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>What hosts in trouble were asked to run, and what must hold of it in the end: every execution has completed, with nothing lost and nothing recorded twice.</summary>
/// <param name="look">Looks into the store.</param>
/// <param name="folder">Where the hosts' files go.</param>
/// <param name="title">What makes this run different from others, for whoever reads of a failure.</param>
internal sealed class Ledger(IExecutionEngine look, string folder, string title)
{
    private const int LooksPerRequest = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HashSet<string> _ended = [];
    private readonly List<string> _complaints = [];
    private int _keys;

    /// <summary>The executions by start key that any host has acknowledged.</summary>
    internal ConcurrentDictionary<string, string> Started { get; } = [];

    internal int Count => _keys;

    /// <summary>Starts new executions, and those again that no host has acknowledged: under the same key, so that none runs twice.</summary>
    internal void AskForMore(CrashHost host, int count)
    {
        for (var number = 0; number < _keys; number++)
            if (!Started.ContainsKey(KeyOf(number))) host.Start(KeyOf(number), number);
        for (var more = 0; more < count; more++, _keys++) host.Start(KeyOf(_keys), _keys);
    }

    /// <summary>A host is gone; what it complained of may explain a failure.</summary>
    internal void Note(CrashHost gone) => _complaints.Add(gone.Errors);

    /// <summary>Waits until each start has been acknowledged; this host is asked for what was refused again.</summary>
    internal Task UntilAllAreAcknowledgedAsync(CrashHost host) => UntilAsync(host, () => Task.FromResult(Started.Count == _keys));

    internal Task UntilAllHaveEndedAsync(CrashHost host) => UntilAsync(host, async () => Started.Count == _keys && (await UnfinishedAsync(first: true)).Count == 0);

    /// <summary>Looks at every execution, its log and its effects.</summary>
    internal async Task CheckAsync()
    {
        foreach (var (key, id) in Started) Check(await look.GetAsync(id), int.Parse(key.Split('-')[1], CultureInfo.InvariantCulture));
        await CheckEffectsAsync();
    }

    private static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"key-{number}");

    /// <summary>Waits for something; this host is asked again for what was not acknowledged.</summary>
    internal async Task UntilAsync(CrashHost host, Func<Task<bool>> condition)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        for (var looks = 1; !await condition(); looks++)
        {
            if (looks % LooksPerRequest == 0) AskForMore(host, 0);
            if (Environment.TickCount64 > deadline)
            {
                var unfinished = await UnfinishedAsync(first: false);
                Assert.Fail($"{title}: {_keys - Started.Count} starts without an answer, {unfinished.Count} executions without an end.\n"
                    + $"{(unfinished.Count > 0 ? unfinished[0].ToJson() : "")}\n{host.Errors}\n{string.Join("\n", _complaints)}");
            }
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <param name="first">Whether one is enough.</param>
    private async Task<List<ExecutionRecord>> UnfinishedAsync(bool first)
    {
        var unfinished = new List<ExecutionRecord>();
        foreach (var id in Started.Values.Where(id => !_ended.Contains(id)))
        {
            if (first && unfinished.Count > 0) break;
            // Not there is an end as well; the check tells of it.
            if (await look.GetAsync(id) is { Status: ExecutionStatus.Pending or ExecutionStatus.Running or ExecutionStatus.Paused } record) unfinished.Add(record);
            else _ended.Add(id);
        }
        return unfinished;
    }

    private void Check(ExecutionRecord? record, int number)
    {
        var story = $"{title}, {record?.ToJson()}";
        record.ShouldNotBeNull(story).Status.ShouldBe(ExecutionStatus.Completed, story);
        JsonElement.DeepEquals(record.Outputs!.Value, JsonSerializer.SerializeToElement(new { result = number * 4, items = new[] { 2, 4, 6, 8, 10 } })).ShouldBeTrue(story);
    }

    private async Task CheckEffectsAsync()
    {
        var lines = await Task.WhenAll(Directory.GetFiles(folder, "*.effects").Select(static file => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)));
        var effects = lines.SelectMany(static line => line).Select(static line => line.Split(' ')).ToList();
        var keys = effects.GroupBy(effect => (Execution: effect[0], Path: effect[1]), effect => effect[2]).ToDictionary(group => group.Key, group => group.Distinct().ToList());

        keys.Values.ShouldAllBe(list => list.Count == 1, $"{title}: a step's key changed");
        keys.Values.SelectMany(list => list).Distinct().Count().ShouldBe(keys.Count, $"{title}: two steps share a key");
        var (query, parents) = (new ExecutionQuery { Limit = ExecutionQuery.MaxLimit }, 0);
        do
        {
            var page = await look.QueryAsync(query);
            foreach (var one in page.Items) await CheckLogAsync(one.Id, keys);
            parents += page.Items.Count(static one => one.WorkflowId == "everything");
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        parents.ShouldBe(_keys, $"{title}: each key has one execution");
    }

    /// <summary>No gap in the log, no completion twice, none without its effect.</summary>
    private async Task CheckLogAsync(string id, Dictionary<(string Execution, string Path), List<string>> effects)
    {
        var log = new List<ProgressEvent>();
        await foreach (var entry in look.WatchAsync(id, cancellationToken: TestContext.Current.CancellationToken)) log.Add(entry);
        var story = $"{title}\n{string.Join("\n", log.Select(entry => entry.ToJson()))}";

        log.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, log.Count).Select(sequence => (long)sequence), story);
        var completed = log.OfType<StepCompleted>().ToList();
        completed.Select(entry => entry.Path).ShouldBeUnique(story);
        string[] acting = ["begin", "item", "shaky", "end", "first", "second"];
        foreach (var entry in completed.Where(entry => acting.Contains(entry.StepId))) effects.ShouldContainKey((id, entry.Path), story);
    }
}
