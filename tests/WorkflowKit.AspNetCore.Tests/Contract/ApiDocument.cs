using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.AspNetCore.Tests.Support;
using WorkflowKit.Schemas;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>What a host promises in its OpenAPI document, for tests to hold it to.</summary>
internal sealed class ApiDocument
{
    private const string Components = "#/components/schemas/";
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    private readonly JsonElement _root;
    private readonly JsonNode _definitions;
    private readonly Dictionary<string, JsonSchema> _compiled = [];

    private ApiDocument(JsonElement root)
    {
        _root = root;
        _definitions = Close(JsonNode.Parse(root.GetProperty("components").GetProperty("schemas").GetRawText())!);
        Operations = [.. from path in root.GetProperty("paths").EnumerateObject() from method in path.Value.EnumerateObject() where Methods.Contains(method.Name) select Read(path.Name, method)];
    }

    internal IReadOnlyList<ApiOperation> Operations { get; }

    internal static ApiDocument Parse(JsonElement root) => new(root);

    internal static async Task<ApiDocument> ServedByAsync(WebHost host)
    {
        using var answer = await host.Client().GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        return Parse(await answer.JsonAsync(HttpStatusCode.OK));
    }

    internal ApiOperation Operation(string id) => Operations.Single(one => one.Id == id);

    /// <summary>The operation that stands at a route of the host.</summary>
    internal ApiOperation? Find(string method, string route) => Operations.FirstOrDefault(one => one.Method == method && one.Path == route);

    /// <summary>The schema itself, where one only refers to it.</summary>
    internal JsonElement Resolve(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var place)
            ? _root.GetProperty("components").GetProperty("schemas").GetProperty(place.GetString()![Components.Length..])
            : schema;

    /// <summary>What is wrong with a value by a schema of the document, where members that the document does not name are wrong, too.</summary>
    internal IEnumerable<string> Mistakes(JsonElement value, JsonElement schema) =>
        Compiled(schema).Validate(value).Errors.Select(static error => $"{error.InstancePath} {error.Message}");

    private JsonSchema Compiled(JsonElement schema)
    {
        var text = schema.GetRawText();
        if (!_compiled.TryGetValue(text, out var compiled))
        {
            var root = Close(JsonNode.Parse(text)!).AsObject();
            root["$defs"] = _definitions.DeepClone();
            _compiled[text] = compiled = JsonSchema.Compile(root.ToJsonString().Replace(Components, "#/$defs/", StringComparison.Ordinal));
        }
        return compiled;
    }

    /// <summary>The schemas with nothing left open: an object whose members are named has no others. What hosts may add to problems, these hosts do not.</summary>
    private static JsonNode Close(JsonNode schema)
    {
        if (schema is JsonObject item)
        {
            foreach (var (_, member) in item.ToList())
                if (member is not null) Close(member);
            if (item["properties"] is JsonObject && item["additionalProperties"] is not JsonObject) item["additionalProperties"] = false;
        }
        else if (schema is JsonArray items)
        {
            foreach (var one in items)
                if (one is not null) Close(one);
        }
        return schema;
    }

    private static ApiOperation Read(string path, JsonProperty method)
    {
        var operation = method.Value;
        var parameters = operation.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().ToList() : [];
        return new(
            operation.GetProperty("operationId").GetString()!,
            method.Name.ToUpperInvariant(),
            path,
            [.. parameters.Select(static one => new ApiParameter(one.GetProperty("name").GetString()!, one.GetProperty("in").GetString()!, one.GetProperty("schema")))],
            operation.TryGetProperty("requestBody", out var body) ? Contents(body) : new Dictionary<string, JsonElement>(),
            operation.GetProperty("responses").EnumerateObject().ToDictionary(static one => int.Parse(one.Name, CultureInfo.InvariantCulture), static one => new ApiResponse(
                one.Value.GetProperty("description").GetString()!,
                Contents(one.Value),
                one.Value.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().Select(static header => header.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : [])));
    }

    private static Dictionary<string, JsonElement> Contents(JsonElement owner) => owner.TryGetProperty("content", out var content)
        ? content.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.GetProperty("schema"))
        : [];
}
