using System.Text.Json.Nodes;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;

namespace WorkflowKit.Steps.WorkflowSchemas;

/// <summary>Writes the format's tables of members as JSON Schema.</summary>
internal static class FormatSchemas
{
    private const string NamePattern = "^[a-zA-Z][a-zA-Z0-9_]{0,63}$";
    private const string WorkflowIdPattern = "^[a-z][a-z0-9-]{0,63}$";
    private const int LongestConnectionName = 64;

    /// <summary>An object with these members, and with what every object may have besides.</summary>
    public static JsonObject Of(FormatObject format)
    {
        var properties = new JsonObject();
        foreach (var member in format.Members)
            properties.Add(member.Name, Of(member));
        properties.TryAdd("ui", new JsonObject { ["description"] = "Whatever an editor wants to keep; it is never read." });

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (format.Members.Where(member => member.IsRequired).Select(member => (JsonNode)member.Name).ToArray() is { Length: > 0 } required)
            schema["required"] = new JsonArray(required);
        schema["patternProperties"] = new JsonObject { ["^x-"] = new JsonObject { ["description"] = "Something of one's own; it is never read." } };
        schema["additionalProperties"] = false;
        return schema;
    }

    public static JsonObject Of(FormatMember member)
    {
        var schema = new JsonObject { ["description"] = member.Description };
        if (member.Default is { } fallback)
            schema["default"] = JsonNode.Parse(fallback);
        foreach (var (keyword, value) in Value(member).ToList())
            schema[keyword] = value?.DeepClone();
        return schema;
    }

    private static JsonObject Value(FormatMember member) => member.Kind switch
    {
        FormatKind.Anything => [],
        FormatKind.Text => String(),
        FormatKind.Word => Words(member.Words),
        FormatKind.Integer => new() { ["type"] = "integer", ["minimum"] = member.Minimum, ["maximum"] = member.Maximum },
        FormatKind.Boolean => new() { ["type"] = "boolean" },
        FormatKind.Duration => SharedSchemas.Refer(member.AllowsZero ? SharedSchemas.Duration : SharedSchemas.LongerDuration),
        FormatKind.DurationOrExpression => SharedSchemas.Refer(SharedSchemas.DurationOrExpression),
        FormatKind.TimestampOrExpression => SharedSchemas.Refer(SharedSchemas.TimestampOrExpression),
        FormatKind.Expression or FormatKind.Condition => SharedSchemas.Refer(SharedSchemas.Expression),
        FormatKind.TextTemplate => SharedSchemas.Refer(SharedSchemas.TextTemplate),
        FormatKind.Template or FormatKind.Input => SharedSchemas.Refer(SharedSchemas.Template),
        FormatKind.Schema => SharedSchemas.Refer(member.Name == "inputs" ? SharedSchemas.Inputs : SharedSchemas.Schema),
        FormatKind.OwnWorkflowId or FormatKind.WorkflowId => String(WorkflowIdPattern),
        FormatKind.OwnId => String(NamePattern),
        FormatKind.StepIds => new() { ["type"] = "array", ["items"] = String() },
        FormatKind.Variable => Variable(),
        FormatKind.StepType or FormatKind.ConnectionName or FormatKind.Provider or FormatKind.Pipeline => String(@"\S"),
        FormatKind.StepList => SharedSchemas.Refer(SharedSchemas.Steps),
        FormatKind.Object => Of(member.Object!),
        FormatKind.Objects => new() { ["type"] = "array", ["items"] = Of(member.Object!) },
        FormatKind.ObjectsByName => new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject { ["pattern"] = @"\S", ["maxLength"] = LongestConnectionName },
            ["additionalProperties"] = Of(member.Object!),
        },
        _ => throw new InvalidOperationException($"No schema says what a {member.Kind} is."),
    };

    /// <summary>Words with what they mean, as editors show it.</summary>
    public static JsonObject Words(IEnumerable<FormatWord> words) => new()
    {
        ["oneOf"] = new JsonArray([.. words.Select(word => new JsonObject { ["const"] = word.Text, ["description"] = word.Description })]),
    };

    private static JsonObject Variable()
    {
        var variable = String(NamePattern);
        variable["not"] = new JsonObject { ["enum"] = new JsonArray([.. Names.Taken.Select(name => (JsonNode)name)]) };
        return variable;
    }

    private static JsonObject String(string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (pattern is not null)
            schema["pattern"] = pattern;
        return schema;
    }
}
