using System.Text.Json;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Serving;
using WorkflowKit.Benchmarks.Storing;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What an event costs that is sent to those who watch, beside the framework's server-sent events over the same bytes. The clients are a process of their own.</summary>
internal static class StreamRatio
{
    private const string Target = "1.43x";

    // Two events an item, and a few around them.
    private const string Definition =
        """
        {
          "id": "watched",
          "inputs": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "integer" } } }, "required": ["items"] },
          "steps": [
            { "id": "gate", "type": "bench.gate", "with": {} },
            { "id": "each", "type": "forEach", "items": "inputs.items", "steps": [ { "id": "body", "type": "bench.noop", "with": { "number": "${{ item }}" } } ], "result": "1" }
          ]
        }
        """;

    public static async Task RunAsync()
    {
        (int Subscribers, int Items)[] sizes = [(1, 5_000), (100, 500), (1_000, 100)];
        await using (var file = new SqliteFile()) await CompareAsync("finished", file.Use, sizes, CompareFinishedAsync);
        await CompareAsync("live", static _ => { }, sizes, CompareLiveAsync);
    }

    private static async Task CompareAsync(string kind, Action<WorkflowKitBuilder> store, (int, int)[] sizes, Func<Stage, Task<Measurement[]>> compareAsync)
    {
        var bare = new BareStreams();
        await using var host = await ServedKit.StartAsync(Definition, store, bare.Map);
        using var clients = new ClientProcess(host.Address.Port);
        foreach (var (subscribers, items) in sizes)
        {
            var results = await compareAsync(await Stage.SetAsync(host, clients, bare, subscribers, items));
            Report.Time($"(o) an event of a {kind} run to {subscribers:N0} at once, vs bare", results[0].Nanoseconds, results[1].Nanoseconds, Target);
        }
    }

    private static Task<Measurement[]> CompareFinishedAsync(Stage stage) => Stopclock.CompareAsync(
        rounds: 5,
        stage.Units,
        async () =>
        {
            await stage.AskOursAsync(stage.Finished);
            await stage.ReadOursAsync();
        },
        async () =>
        {
            await stage.AskBareAsync(BareStreams.Finished);
            await stage.ReadBareAsync();
        });

    private static Task<Measurement[]> CompareLiveAsync(Stage stage) => Stopclock.ComparePreparedAsync(
        rounds: 5,
        stage.Units,
        async () =>
        {
            Gate.Close();
            await stage.AskOursAsync(await stage.StartAsync());
            await stage.AskBareAsync(BareStreams.Live);
        },
        async () =>
        {
            Gate.Open();
            await stage.ReadOursAsync();
        },
        async () =>
        {
            stage.Tell();
            await stage.ReadBareAsync();
        });

    /// <summary>So many who watch, and what they watch.</summary>
    private sealed class Stage(ServedKit host, ClientProcess clients, BareStreams bare, int subscribers, int items)
    {
        private readonly JsonElement _inputs = JsonSerializer.SerializeToElement(new { items = Enumerable.Range(0, items) });

        /// <summary>A run that has ended.</summary>
        internal string Finished { get; private set; } = "";

        internal int Units => subscribers * bare.Items.Length;

        internal static async Task<Stage> SetAsync(ServedKit host, ClientProcess clients, BareStreams bare, int subscribers, int items)
        {
            var stage = new Stage(host, clients, bare, subscribers, items);
            Gate.Close();
            stage.Finished = await stage.StartAsync();
            Gate.Open();
            await host.Engine.WaitAsync(stage.Finished);
            bare.Items = [.. (await host.Engine.ReadEventsAsync(stage.Finished, 0, int.MaxValue)).Select(BareStreams.Item)];
            return stage;
        }

        internal Task<string> StartAsync() => host.Engine.StartAsync("watched", _inputs);

        internal Task AskOursAsync(string id) => clients.AskAsync($"ours-{subscribers}", subscribers, $"{ServedKit.Prefix}/executions/{id}/events");

        internal Task AskBareAsync(string path) => clients.AskAsync($"bare-{subscribers}", subscribers, path);

        internal Task<long> ReadOursAsync() => clients.ReadAsync($"ours-{subscribers}");

        internal Task<long> ReadBareAsync() => clients.ReadAsync($"bare-{subscribers}");

        internal void Tell() => bare.Tell();
    }
}
