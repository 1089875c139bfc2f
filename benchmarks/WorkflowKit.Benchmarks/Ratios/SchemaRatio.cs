using System.Text.Json;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Schemas;
using WorkflowKit.Schemas;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What checking the inputs of a run costs, beside the same checks by hand and beside parsing their text.</summary>
internal static class SchemaRatio
{
    private const int Times = 2_000;

    public static async Task RunAsync()
    {
        var schema = JsonSchema.Compile(OrderDocument.Schema);
        var order = JsonElement.Parse(OrderDocument.Text);
        if (!schema.IsValid(order) || !HandWrittenChecks.IsValid(order))
            throw new InvalidOperationException($"The order is not valid: {schema.Validate(order)}");

        var results = await Stopclock.CompareAsync(
            rounds: 31,
            units: Times,
            () => Repeat(() => schema.Validate(order).IsValid),
            () => Repeat(() => HandWrittenChecks.IsValid(order)),
            () => Repeat(() =>
            {
                using var parsed = JsonDocument.Parse(OrderDocument.Text);
                return true;
            }));

        Report.Time("(j) validation of a 2 kB input, vs the same checks by hand", results[0].Nanoseconds, results[1].Nanoseconds, "2x");
        Report.Time("(j) validation of a 2 kB input, vs parsing it", results[0].Nanoseconds, results[2].Nanoseconds, "1x");
        Report.Bytes("(j) validation of a 2 kB input, bytes, vs by hand", results[0].Bytes, results[1].Bytes, "0 B");
    }

    private static Task Repeat(Func<bool> check)
    {
        for (var i = 0; i < Times; i++)
        {
            if (!check())
                throw new InvalidOperationException("The order is not valid.");
        }

        return Task.CompletedTask;
    }
}
