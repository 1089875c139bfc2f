using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowKit.Steps;

/// <summary>Derives JSON Schemas from the classes of inputs and outputs, as their JSON is written.</summary>
internal sealed class StepSchemas(JsonSerializerOptions json)
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>Whether attributes on a type or within it ask more of its values than their types do.</summary>
    internal bool HasRules(Type type)
    {
        var found = false;
        var options = new JsonSchemaExporterOptions
        {
            TransformSchemaNode = (context, schema) =>
            {
                found |= AttributesOf(context).Any(attribute => attribute is ValidationAttribute and not RequiredAttribute { AllowEmptyStrings: true }
                    && (attribute is EmailAddressAttribute or UrlAttribute or not DataTypeAttribute));
                return schema;
            },
        };
        json.GetTypeInfo(type).GetJsonSchemaAsNode(options);
        return found;
    }

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

    private static object[] AttributesOf(JsonSchemaExporterContext context) => context.PropertyInfo is { } property
        ? [.. StepJson.AttributesOf(property)]
        : context.TypeInfo.Type.GetCustomAttributes(inherit: true);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var attributes = AttributesOf(context);

        // What .NET calls a Uri may be relative.
        if (context.TypeInfo.Type == typeof(Uri) && schema is JsonObject uri)
            uri["format"] = "uri-reference";
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
