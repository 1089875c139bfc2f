using WorkflowKit.Benchmarks.Measuring;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What taking up a suspended execution costs for each entry of its log, beside a log of 100.</summary>
internal static class ReplayRatio
{
    public static async Task RunAsync()
    {
        var small = await MeasureAsync(100);
        foreach (var entries in (int[])[1_000, 10_000])
        {
            var measured = await MeasureAsync(entries);
            Report.Time($"(d) replay of {entries:N0} entries, time an entry, vs 100 entries", measured.Nanoseconds, small.Nanoseconds, "linear");
        }
    }

    private static async Task<Measurement> MeasureAsync(int entries)
    {
        await using var kit = await Kit.WithAsync(Definition(entries / 2));
        var runs = Math.Max(1, 2_000 / entries);
        var waiting = new Queue<string>();
        var results = await Stopclock.CompareAsync(
            rounds: 15,
            units: runs * entries,
            async () =>
            {
                for (var i = 0; i < runs; i++)
                    waiting.Enqueue((await kit.RunAsync("replayed")).Id);
            },
            async () =>
            {
                for (var i = 0; i < runs; i++)
                {
                    var id = waiting.Dequeue();
                    await kit.Engine.SupplyInputAsync(id, "go", new { });
                    await kit.Engine.WaitAsync(id);
                }
            });
        return results[1];
    }

    /// <summary>Two entries a pass; then it waits for somebody.</summary>
    private static string Definition(int passes) =>
        $$$"""
        {
          "id": "replayed",
          "steps": [
            { "id": "each", "type": "repeat", "until": "index + 1 >= {{{passes}}}", "maxIterations": 100000,
              "steps": [ { "id": "body", "type": "bench.noop", "with": { "number": 1 } } ] },
            { "id": "go", "type": "input", "with": { "title": "Go on", "schema": { "type": "object" } } }
          ]
        }
        """;
}
