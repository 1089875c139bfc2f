using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>Which keywords hold schemas, and how.</summary>
internal static class SubschemaKeywords
{
    private static readonly string[] Single =
    [
        "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
        "unevaluatedItems", "unevaluatedProperties",
    ];

    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf", "prefixItems"];

    private static readonly string[] Maps = ["$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties"];

    /// <summary>The schemas directly within a schema, with their pointers.</summary>
    public static IEnumerable<(string Pointer, JsonElement Element)> Within(JsonElement schema, string pointer)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;

        foreach (var keyword in Single)
        {
            if (schema.TryGetProperty(keyword, out var one))
                yield return (JsonPointer.Append(pointer, keyword), one);
        }

        foreach (var keyword in Lists)
        {
            if (!schema.TryGetProperty(keyword, out var list) || list.ValueKind != JsonValueKind.Array)
                continue;

            var index = 0;
            foreach (var one in list.EnumerateArray())
                yield return (JsonPointer.Append(JsonPointer.Append(pointer, keyword), index++), one);
        }

        foreach (var keyword in Maps)
        {
            if (!schema.TryGetProperty(keyword, out var map) || map.ValueKind != JsonValueKind.Object)
                continue;

            foreach (var one in map.EnumerateObject())
                yield return (JsonPointer.Append(JsonPointer.Append(pointer, keyword), one.Name), one.Value);
        }
    }
}
