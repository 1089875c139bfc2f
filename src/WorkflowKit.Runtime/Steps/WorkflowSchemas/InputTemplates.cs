using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Steps.WorkflowSchemas;

/// <summary>
/// Turns the schema of a step's input into one of its template: at each place the value itself may stand, or a string with an expression that gives it.
/// </summary>
/// <param name="schema">The schema of the input.</param>
/// <param name="name">What the parts are called that the schema refers to.</param>
/// <param name="definitions">Where those parts go.</param>
internal sealed class InputTemplates(JsonElement schema, string name, JsonObject definitions)
{
    private static readonly string[] Annotations = ["title", "description", "default", "deprecated", "examples", "writeOnly", "readOnly"];
    private static readonly string[] Lists = ["anyOf", "oneOf", "allOf", "prefixItems"];

    /// <summary>The whole input.</summary>
    public JsonNode Write() => Template(schema);

    /// <summary>Whether the input cannot be left out.</summary>
    public static bool IsNeeded(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty("required", out var required) && required.GetArrayLength() > 0;

    private JsonNode Template(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object || !part.EnumerateObject().Any())
            return SharedSchemas.Refer(SharedSchemas.Template);
        if (part.TryGetProperty("$ref", out var reference))
            return Refer(reference.GetString()!);

        var value = new JsonObject();
        var template = new JsonObject();
        foreach (var member in part.EnumerateObject())
        {
            if (IsAnnotation(member))
                template[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            else
                value[member.Name] = Keyword(member);
        }

        if (part.TryGetProperty("properties", out _) && !part.TryGetProperty("additionalProperties", out _))
            value["additionalProperties"] = false;
        if (part.EnumerateObject().All(member => member.Name == "type" || IsAnnotation(member)) && TakesText(part))
        {
            foreach (var (keyword, one) in value.ToList())
                template[keyword] = one?.DeepClone();
            return template;
        }

        template["anyOf"] = new JsonArray(value, SharedSchemas.Refer(TakesText(part) ? SharedSchemas.TextWithExpression : SharedSchemas.SoleExpression));
        return template;
    }

    // A password is no form of text; it says how a form hides it.
    private static bool IsAnnotation(JsonProperty member) => Annotations.Contains(member.Name) || (member.Name == "format" && member.Value.ValueEquals("password"));

    private JsonNode? Keyword(JsonProperty member) => member.Name switch
    {
        "properties" => new JsonObject(member.Value.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, (JsonNode?)Template(one.Value)))),
        "items" or "additionalProperties" when member.Value.ValueKind == JsonValueKind.Object => Template(member.Value),
        _ when Lists.Contains(member.Name) => new JsonArray([.. member.Value.EnumerateArray().Select(Template)]),
        _ => JsonNode.Parse(member.Value.GetRawText()),
    };

    /// <summary>A reference within the input's schema becomes one to a definition; made before it is filled, for it may refer to itself.</summary>
    private JsonObject Refer(string reference)
    {
        var key = $"{name}{reference.TrimStart('#').Replace('/', '.')}";
        if (!definitions.ContainsKey(key))
        {
            definitions[key] = null;
            definitions[key] = Template(Find(reference));
        }

        return SharedSchemas.Refer(key);
    }

    private JsonElement Find(string reference)
    {
        var found = schema;
        foreach (var token in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var unescaped = Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found.ValueKind == JsonValueKind.Array ? found[int.Parse(unescaped, System.Globalization.CultureInfo.InvariantCulture)] : found.GetProperty(unescaped);
        }

        return found;
    }

    private static bool TakesText(JsonElement part)
    {
        if (part.TryGetProperty("type", out var type))
            return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => one.ValueEquals("string")) : type.ValueEquals("string");
        if (part.TryGetProperty("enum", out var values))
            return values.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.String);
        return !part.TryGetProperty("properties", out _) && !part.TryGetProperty("items", out _);
    }
}
