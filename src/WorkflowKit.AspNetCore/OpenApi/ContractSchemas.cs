using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>
/// Puts the schemas of contracts into a document, each once and by name. Most are worked out of the contract's type; those with a converter, such as
/// records of executions, are written by hand in <c>Shapes.json</c>.
/// </summary>
internal sealed class ContractSchemas(OpenApiDocument document, JsonSerializerContext? contracts)
{
    private static readonly JsonObject Shapes = ReadShapes();

    /// <summary>The schema of a type that is a contract; <see langword="null"/>: it is none of this package's.</summary>
    internal IOpenApiSchema? Find(Type type) =>
        Shapes.ContainsKey(NameOf(type)) ? Named(NameOf(type))
        : contracts?.GetTypeInfo(type) is { } contract ? Of(contract)
        : null;

    internal IOpenApiSchema Of(JsonTypeInfo contract)
    {
        var name = NameOf(contract.Type);
        if (Shapes.ContainsKey(name)) return Named(name);
        if (document.Components?.Schemas?.ContainsKey(name) is not true)
        {
            // Its place is taken first: contracts may hold themselves.
            var parts = new List<JsonTypeInfo>();
            var schema = contract.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Part(context, node, parts) });
            document.AddComponent(name, Read(schema));
            foreach (var part in parts) Of(part);
        }
        return new OpenApiSchemaReference(name, document);
    }

    internal IOpenApiSchema Problem() => Named("Problem");

    /// <summary>A schema as the document's library sees it.</summary>
    internal OpenApiSchema Read(JsonNode schema) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
        ?? throw new InvalidOperationException($"This is no schema: {schema.ToJsonString()}");

    private OpenApiSchemaReference Named(string name)
    {
        if (document.Components?.Schemas?.ContainsKey(name) is not true)
        {
            var shape = Shapes[name]!;
            document.AddComponent(name, Read(shape));
            foreach (var other in References(shape)) Named(other);
        }
        return new OpenApiSchemaReference(name, document);
    }

    private JsonNode Part(JsonSchemaExporterContext context, JsonNode schema, List<JsonTypeInfo> parts)
    {
        var descriptions = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false);
        if (descriptions is [DescriptionAttribute described, ..] && schema is JsonObject property) property.Insert(0, "description", described.Description);
        if (context.Path.IsEmpty) return schema;
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (Shapes.ContainsKey(NameOf(type)))
        {
            Named(NameOf(type));
            return Reference(NameOf(type), schema);
        }
        if (context.TypeInfo.Kind is not JsonTypeInfoKind.Object || type.Assembly != Assembly.GetExecutingAssembly()) return schema;
        parts.Add(context.TypeInfo);
        return Reference(NameOf(type), schema);
    }

    private static JsonObject Reference(string name, JsonNode schema)
    {
        var reference = new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
        if (schema is JsonObject described && described["description"] is { } description) reference["description"] = description.DeepClone();
        return reference;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => member is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>().Split('/')[^1]] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static string NameOf(Type type) => type.Name;

    private static JsonObject ReadShapes()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("WorkflowKit.AspNetCore.OpenApi.Shapes.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
