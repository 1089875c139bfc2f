using System.Text.Json;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>What a step gave: the class that static expressions read, and the JSON that dynamic ones do.</summary>
public sealed record Order(
    string Id,
    decimal Total,
    decimal Discount,
    OrderStatus Status,
    DateTimeOffset PlacedAt,
    string? Note,
    IReadOnlyList<OrderLine> Lines,
    IReadOnlyDictionary<string, int> Stock,
    JsonElement Body);
