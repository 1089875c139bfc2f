using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>
/// Puts the schemas of contracts into a document, each once and by a name that the host's own types do not have. Most are worked out of the contract's type;
/// those with a converter, such as records of executions, are written by hand in <c>Shapes.json</c>.
/// </summary>
internal sealed class ContractSchemas(OpenApiDocument document, JsonSerializerContext? contracts)
{
    private const string Prefix = "WorkflowKit";
    private const string Place = "#/components/schemas/";

    private static readonly JsonObject Shapes = ReadShapes();

    internal IOpenApiSchema Of(Type type) =>
        type == typeof(string) ? new OpenApiSchema { Type = JsonSchemaType.String }
        : type == typeof(JsonElement) ? Anything()
        : Shapes.ContainsKey(type.Name) ? Named(type.Name)
        : Of(contracts?.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is none of the contracts of its group."));

    /// <param name="contract">The contract.</param>
    /// <param name="isBody">Whether it is what a request brings: then other members are refused.</param>
    internal IOpenApiSchema Of(JsonTypeInfo contract, bool isBody = false)
    {
        if (contract.Type == typeof(JsonElement)) return Anything();
        var name = contract.Type.Name;
        if (IsMissing(name))
        {
            var schema = new ContractSchema(Shapes.ContainsKey);
            Add(name, schema.Of(contract, isBody));
            foreach (var part in schema.Parts) Of(part, isBody);
            foreach (var shape in schema.Shapes) Named(shape);
        }
        return Reference(name);
    }

    /// <summary>JSON of which another schema says more.</summary>
    private static OpenApiSchema Anything() => new() { Type = JsonSchemaType.Object };

    internal IOpenApiSchema Problem() => Named("Problem");

    /// <summary>A schema as the document's library sees it.</summary>
    internal OpenApiSchema Read(JsonNode schema) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
        ?? throw new InvalidOperationException($"This is no schema: {schema.ToJsonString()}");

    private OpenApiSchemaReference Named(string name)
    {
        if (IsMissing(name))
        {
            Add(name, Shapes[name]!);
            foreach (var other in References(Shapes[name])) Named(other);
        }
        return Reference(name);
    }

    private bool IsMissing(string name) => document.Components?.Schemas?.ContainsKey(Prefix + name) is not true;

    private void Add(string name, JsonNode schema) =>
        document.AddComponent(Prefix + name, Read(JsonNode.Parse(schema.ToJsonString().Replace(Place, Place + Prefix, StringComparison.Ordinal))!));

    private OpenApiSchemaReference Reference(string name) => new(Prefix + name, document);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(static member => member is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()[Place.Length..]] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonObject ReadShapes()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("WorkflowKit.AspNetCore.OpenApi.Shapes.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
