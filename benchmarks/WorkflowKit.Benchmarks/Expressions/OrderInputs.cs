namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>The inputs of a run as handwritten code has them; emitted code has a record of its own, made from the JSON Schema.</summary>
internal sealed record OrderInputs(string OrderId, long Count, double Limit, string? Note, IReadOnlyList<string> Tags)
{
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "orderId": { "type": "string" },
            "count": { "type": "integer" },
            "limit": { "type": "number" },
            "note": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } }
          },
          "required": ["orderId", "count", "limit", "tags"]
        }
        """;

    public const string Json = """{ "orderId": "A-20260131", "count": 7, "limit": 250.5, "tags": ["new", "gift", "express"] }""";

    public static OrderInputs Sample { get; } = new("A-20260131", 7, 250.5, null, ["new", "gift", "express"]);
}
