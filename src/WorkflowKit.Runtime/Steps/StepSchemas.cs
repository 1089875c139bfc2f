using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowKit.Steps;

/// <summary>Derives JSON Schemas from the classes of inputs and outputs, as their JSON is written.</summary>
internal sealed class StepSchemas(JsonSerializerOptions json)
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    internal JsonSerializerOptions Json => json;

    /// <exception cref="StepRegistrationException">The type has no JSON form.</exception>
    internal JsonElement Of(Type type)
    {
        try
        {
            var schema = json.GetTypeInfo(type).GetJsonSchemaAsNode(Exporter);
            return JsonElement.Parse(schema.ToJsonString());
        }
        catch (Exception error) when (error is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new StepRegistrationException(type.ToString(), $"it cannot be written as JSON: {error.Message}");
        }
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = context.PropertyInfo is { } property
            ? [.. StepJson.AttributesOf(property)]
            : context.TypeInfo.Type.GetCustomAttributes(inherit: true);
        if (schema is not JsonObject described)
        {
            // `true` (anything) can carry a description only as an object.
            if (attributes.Length == 0 || schema.GetValueKind() != JsonValueKind.True) return schema;
            described = [];
        }

        foreach (var attribute in attributes) SchemaAnnotations.Add(described, attribute);
        return described.Count == 0 ? schema : described;
    }
}
