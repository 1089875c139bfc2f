using System.Globalization;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>Expressions whose types are all known: from a step's class and from the JSON Schema of the inputs.</summary>
internal static class StaticExpressions
{
    // What overflows fails, as in CEL.
    public static IReadOnlyList<ExpressionCase> Over(OrderInputs inputs, Order order) =>
    [
        ExpressionCase.Of("${{ inputs.count * 3 + 1 }}", () => checked(inputs.Count * 3 + 1)),
        ExpressionCase.Of("${{ steps.fetch.output.total * 1.19 - steps.fetch.output.discount }}", () => order.Total * 1.19m - order.Discount),
        ExpressionCase.Of("${{ steps.fetch.output.total > 1000 && inputs.count < 10 }}", () => order.Total > 1000 && inputs.Count < 10),
        ExpressionCase.Of("${{ steps.fetch.output.total > inputs.limit }}", () => order.Total > (decimal)inputs.Limit),
        ExpressionCase.Of("${{ steps.fetch.output.status in ['Paid', 'Shipped'] }}", () => order.Status is OrderStatus.Paid or OrderStatus.Shipped),
        ExpressionCase.Of(
            "${{ inputs.orderId.startsWith('A-') && size(inputs.orderId) < 20 }}",
            () => inputs.OrderId.StartsWith("A-", StringComparison.Ordinal) && inputs.OrderId.Length < 20),
        ExpressionCase.Of("${{ inputs.orderId.substring(2).lowerAscii() + '.pdf' }}", () => inputs.OrderId[2..].ToLowerInvariant() + ".pdf"),
        ExpressionCase.Of("${{ inputs.tags.join(', ') }}", () => string.Join(", ", inputs.Tags)),
        ExpressionCase.Of("${{ 'express' in inputs.tags }}", () => inputs.Tags.Contains("express")),
        ExpressionCase.Of("${{ has(inputs.note) ? inputs.note : 'none' }}", () => inputs.Note ?? "none"),
        ExpressionCase.Of("${{ steps.fetch.output.stock['SKU-1002'] > 3 }}", () => order.Stock["SKU-1002"] > 3),
        ExpressionCase.Of("${{ steps.fetch.output.lines.all(l, l.quantity > 0) }}", () => order.Lines.All(l => l.Quantity > 0)),
        ExpressionCase.Of("${{ steps.fetch.output.lines.exists(l, l.quantity > inputs.count) }}", () => order.Lines.Any(l => l.Quantity > inputs.Count)),
        ExpressionCase.Of<IReadOnlyList<string>>(
            "${{ steps.fetch.output.lines.filter(l, l.quantity > 5).map(l, l.sku) }}",
            () => [.. order.Lines.Where(l => l.Quantity > 5).Select(l => l.Sku)]),
        ExpressionCase.Of(
            "${{ steps.fetch.output.placedAt + duration('P2D') < timestamp('2026-02-28T00:00:00Z') }}",
            () => order.PlacedAt + TimeSpan.FromDays(2) < new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero)),
        ExpressionCase.Of("${{ steps.fetch.output.placedAt.getFullYear() }}", () => (long)order.PlacedAt.UtcDateTime.Year),
        ExpressionCase.Of(
            "Order ${{ inputs.orderId }}: ${{ size(steps.fetch.output.lines) }} lines, ${{ steps.fetch.output.total }} EUR",
            () => string.Create(CultureInfo.InvariantCulture, $"Order {inputs.OrderId}: {order.Lines.Count} lines, {order.Total} EUR")),
    ];
}
