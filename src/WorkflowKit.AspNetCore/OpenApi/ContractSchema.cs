using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>
/// The schema of one contract, worked out of its type. What it holds may be other contracts, which are referred to; what is left out is left out, not null.
/// </summary>
/// <param name="isShape">Whether the schema of a type is written by hand.</param>
internal sealed class ContractSchema(Func<string, bool> isShape)
{
    /// <summary>The contracts that it refers to.</summary>
    internal List<JsonTypeInfo> Parts { get; } = [];

    /// <summary>Those that are written by hand.</summary>
    internal List<string> Shapes { get; } = [];

    /// <param name="contract">The contract.</param>
    /// <param name="isClosed">Whether other members than these are refused.</param>
    internal JsonObject Of(JsonTypeInfo contract, bool isClosed)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in contract.Properties)
        {
            var schema = Of(property.PropertyType, property.Options);
            if (property.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute described, ..])
                schema["description"] = described.Description;
            properties.Add(property.Name, schema);
            if (property.AssociatedParameter is { HasDefaultValue: false } && (isClosed || !property.IsGetNullable)) required.Add(property.Name);
        }
        var result = new JsonObject { ["type"] = "object", ["required"] = required, ["properties"] = properties };
        if (isClosed) result["additionalProperties"] = false;
        return result;
    }

    private JsonObject Of(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonElement)) return [];
        if (isShape(type.Name))
        {
            Shapes.Add(type.Name);
            return Reference(type);
        }
        var contract = options.GetTypeInfo(type);
        switch (contract.Kind)
        {
            case JsonTypeInfoKind.Object:
                Parts.Add(contract);
                return Reference(type);
            case JsonTypeInfoKind.Enumerable:
                return new JsonObject { ["type"] = "array", ["items"] = Of(contract.ElementType!, options) };
            case JsonTypeInfoKind.Dictionary:
                return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(contract.ElementType!, options) };
            default:
                return contract.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }) as JsonObject ?? [];
        }
    }

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/components/schemas/{type.Name}" };
}
