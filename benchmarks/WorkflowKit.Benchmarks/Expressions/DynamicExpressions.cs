using System.Text.Json;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>Expressions over JSON of which nothing is known before.</summary>
internal static class DynamicExpressions
{
    public static IReadOnlyList<ExpressionCase> Over(JsonElement body) =>
    [
        ExpressionCase.Of("${{ steps.fetch.output.body.customer.name == 'Ada Lovelace' }}", () => body.GetProperty("customer").GetProperty("name").GetString() == "Ada Lovelace"),
        ExpressionCase.Of("${{ steps.fetch.output.body.lines[4].price > 3 }}", () => body.GetProperty("lines")[4].GetProperty("price").GetDouble() > 3),
        ExpressionCase.Of("${{ steps.fetch.output.body.lines[4].price * 2 + 1 }}", () => body.GetProperty("lines")[4].GetProperty("price").GetDouble() * 2 + 1),
        ExpressionCase.Of(
            "${{ has(steps.fetch.output.body.note) ? steps.fetch.output.body.note : 'none' }}",
            () => body.TryGetProperty("note", out var note) ? note.GetString()! : "none"),
        ExpressionCase.Of("${{ size(steps.fetch.output.body.lines) > 10 && !steps.fetch.output.body.express }}", () => body.GetProperty("lines").GetArrayLength() > 10 && !body.GetProperty("express").GetBoolean()),
        ExpressionCase.Of("${{ steps.fetch.output.body.lines.all(l, l.count > 0) }}", () => body.GetProperty("lines").EnumerateArray().All(l => l.GetProperty("count").GetInt64() > 0)),
        ExpressionCase.Of("${{ steps.fetch.output.body.lines.exists(l, l.sku == 'SKU-1012') }}", () => body.GetProperty("lines").EnumerateArray().Any(l => l.GetProperty("sku").GetString() == "SKU-1012")),
        ExpressionCase.Of<IReadOnlyList<string>>(
            "${{ steps.fetch.output.body.lines.filter(l, l.count > 5).map(l, l.sku) }}",
            () => [.. body.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("count").GetInt64() > 5).Select(l => l.GetProperty("sku").GetString()!)]),
        ExpressionCase.Of(
            "${{ timestamp(steps.fetch.output.body.placedAt) < timestamp('2026-02-28T00:00:00Z') }}",
            () => body.GetProperty("placedAt").GetDateTimeOffset() < new DateTimeOffset(2026, 2, 28, 0, 0, 0, TimeSpan.Zero)),
        ExpressionCase.Of(
            "Order ${{ steps.fetch.output.body.orderId }} of ${{ steps.fetch.output.body.customer.name }}",
            () => $"Order {body.GetProperty("orderId").GetString()} of {body.GetProperty("customer").GetProperty("name").GetString()}"),
    ];
}
