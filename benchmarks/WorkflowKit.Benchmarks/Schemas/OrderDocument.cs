using System.Text;

namespace WorkflowKit.Benchmarks.Schemas;

/// <summary>An order of two kilobytes and its schema, as a run's inputs look.</summary>
internal static class OrderDocument
{
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "orderId": { "type": "string", "title": "Order number", "minLength": 1, "maxLength": 20, "pattern": "^[A-Z]-[0-9]+$" },
            "customer": { "$ref": "#/$defs/customer" },
            "placedAt": { "type": "string", "format": "date-time" },
            "currency": { "enum": ["EUR", "USD", "GBP", "CHF"] },
            "express": { "type": "boolean" },
            "note": { "type": ["string", "null"], "maxLength": 500 },
            "lines": { "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/$defs/line" } }
          },
          "required": ["orderId", "customer", "placedAt", "lines"],
          "additionalProperties": false,
          "$defs": {
            "customer": {
              "type": "object",
              "properties": {
                "name": { "type": "string", "minLength": 1 },
                "email": { "type": "string", "format": "email" },
                "street": { "type": "string" }, "town": { "type": "string" }, "country": { "type": "string", "minLength": 2, "maxLength": 2 }
              },
              "required": ["name", "email"]
            },
            "line": {
              "type": "object",
              "properties": {
                "sku": { "type": "string", "minLength": 1, "maxLength": 16 },
                "title": { "type": "string" },
                "count": { "type": "integer", "minimum": 1 },
                "price": { "type": "number", "minimum": 0, "multipleOf": 0.01 }
              },
              "required": ["sku", "count", "price"],
              "additionalProperties": false
            }
          }
        }
        """;

    public static string Text { get; } = Write();

    private static string Write()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 20; i++)
            lines.Append($$"""{{(i == 0 ? "" : ",")}}{ "sku": "SKU-{{1000 + i}}", "title": "Something that people buy, no. {{i}}", "count": {{i + 1}}, "price": {{i}}.95 }""");

        return $$"""
            {
              "orderId": "A-20260131", "placedAt": "2026-01-31T09:30:00Z", "currency": "EUR", "express": false, "note": "Leave it at the neighbour's",
              "customer": { "name": "Ada Lovelace", "email": "ada@example.com", "street": "12 St James's Square", "town": "London", "country": "GB" },
              "lines": [{{lines}}]
            }
            """;
    }
}
