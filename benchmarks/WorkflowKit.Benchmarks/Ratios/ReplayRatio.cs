using System.Text.Json;
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
        await using var kit = await Kit.WithAsync(Definition);
        var runs = Math.Max(1, 2_000 / entries);
        var inputs = JsonSerializer.SerializeToElement(new { items = Enumerable.Range(0, entries / 2) });
        var waiting = new Queue<string>();
        var results = await Stopclock.CompareAsync(
            rounds: 15,
            units: runs * entries,
            async () =>
            {
                for (var i = 0; i < runs; i++)
                    waiting.Enqueue((await kit.RunAsync("replayed", inputs)).Id);
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

    /// <summary>Two entries an item; then it waits for somebody.</summary>
    private const string Definition =
        """
        {
          "id": "replayed",
          "inputs": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "integer" } } }, "required": ["items"] },
          "steps": [
            { "id": "each", "type": "forEach", "items": "inputs.items", "steps": [ { "id": "body", "type": "bench.noop", "with": { "number": "${{ item }}" } } ] },
            { "id": "go", "type": "input", "with": { "title": "Go on", "schema": { "type": "object" } } }
          ]
        }
        """;
}
