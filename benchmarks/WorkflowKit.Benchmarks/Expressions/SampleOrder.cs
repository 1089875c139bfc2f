using System.Text.Json;
using WorkflowKit.Benchmarks.Schemas;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>An order of twenty lines.</summary>
internal static class SampleOrder
{
    public static Order Value { get; } = new(
        "A-20260131",
        1249.90m,
        12.50m,
        OrderStatus.Paid,
        new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero),
        "Leave it at the neighbour's",
        Enumerable.Range(0, 20).Select(i => new OrderLine($"SKU-{1000 + i}", i + 1, i + 0.95m)).ToList(),
        new Dictionary<string, int> { ["SKU-1000"] = 4, ["SKU-1001"] = 0, ["SKU-1002"] = 12 },
        JsonElement.Parse(OrderDocument.Text));
}
