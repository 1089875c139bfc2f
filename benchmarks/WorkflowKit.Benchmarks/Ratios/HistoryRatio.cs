using WorkflowKit.Benchmarks.Measuring;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What a run costs in a store with a million finished executions, beside an empty one.</summary>
internal static class HistoryRatio
{
    private const int Finished = 1_000_000;
    private const int Runs = 5_000;
    private const string Definition = """{ "id": "short", "steps": [] }""";

    public static async Task RunAsync()
    {
        await using var full = await Kit.WithAsync(Definition);
        await RepeatAsync(full, Finished);
        await using var empty = await Kit.WithAsync(Definition);

        var results = await Stopclock.CompareAsync(rounds: 5, units: Runs, () => RepeatAsync(full, Runs), () => RepeatAsync(empty, Runs));

        Report.Time($"(e) a run beside {Finished:N0} finished ones, vs an empty store", results[0].Nanoseconds, results[1].Nanoseconds, "same");
    }

    private static async Task RepeatAsync(Kit kit, int runs)
    {
        for (var i = 0; i < runs; i++)
            await kit.RunAsync("short");
    }
}
