using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class AllocationTests
{
    [Fact]
    public void Checking_a_valid_value_allocates_nothing()
    {
        var schema = JsonSchema.Compile("""
            { "type": "object", "required": ["orderId", "lines"],
              "properties": {
                "orderId": { "type": "string", "minLength": 1, "pattern": "^[A-Z]-[0-9]+$" },
                "limit": { "type": "number", "minimum": 0, "multipleOf": 5 },
                "day": { "format": "date" },
                "kind": { "enum": ["a", "b"] },
                "note": { "maxLength": 40, "minLength": 2, "pattern": "^[^x]+$" },
                "lines": { "items": { "properties": { "sku": { "maxLength": 9 }, "count": { "type": "integer" } } }, "minItems": 1 } } }
            """);
        var value = Json.Of("""
            { "orderId": "A-17", "note": "caf\u00e9\n\ud83d\ude00", "limit": 1000, "day": "2026-01-31", "kind": "b", "lines": [{ "sku": "x", "count": 3 }, { "sku": "y", "count": 1 }] }
            """);
        for (var i = 0; i < 100; i++)
            schema.IsValid(value).ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            schema.IsValid(value);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
