using System.Text.Json.Nodes;

namespace WorkflowKit.Steps.WorkflowSchemas;

/// <summary>The values that stand at many places of workflow.json, each as one schema that the others refer to.</summary>
internal static class SharedSchemas
{
    public const string MetaSchema = "https://json-schema.org/draft/2020-12/schema";

    public const string Step = "step";
    public const string Steps = "steps";
    public const string Expression = "expression";
    public const string Template = "template";
    public const string TextTemplate = "textTemplate";
    public const string SoleExpression = "soleExpression";
    public const string TextWithExpression = "textWithExpression";
    public const string Duration = "duration";
    public const string LongerDuration = "durationLongerThanNothing";
    public const string DurationOrExpression = "durationOrExpression";
    public const string TimestampOrExpression = "timestampOrExpression";
    public const string Schema = "jsonSchema";
    public const string Inputs = "inputs";

    private const int LongestExpression = 8 * 1024;
    private const int LongestTemplate = 64 * 1024;

    // A number; only the last of a duration may have a fraction.
    private const string Number = @"[0-9]+(?:[.,][0-9]+(?=[WDHMS]$))?";
    private const string DurationPattern = $"^P(?=T?[0-9])(?:{Number}W)?(?:{Number}D)?(?:T(?=[0-9])(?:{Number}H)?(?:{Number}M)?(?:{Number}S)?)?$";
    private const string TimestampPattern = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](?:\.[0-9]{1,7})?(?:Z|[+-][0-9]{2}:[0-9]{2})$";

    public static JsonObject Refer(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <summary>All of them but the steps.</summary>
    public static JsonObject Write() => new()
    {
        [Steps] = new JsonObject { ["type"] = "array", ["items"] = Refer(Step) },
        [Expression] = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = @"^(?!\s*\$\{\{[\s\S]*\}\}\s*$)[\s\S]*\S",
            ["maxLength"] = LongestExpression,
        },
        [Template] = new JsonObject
        {
            ["description"] = "Any JSON; its strings may hold ${{ expressions }}.",
            ["maxLength"] = LongestTemplate,
            ["items"] = Refer(Template),
            ["additionalProperties"] = Refer(Template),
        },
        [TextTemplate] = new JsonObject { ["type"] = "string", ["maxLength"] = LongestTemplate },
        [SoleExpression] = Text("One ${{ expression }} that gives the value.", @"^\s*\$\{\{[\s\S]*\}\}\s*$"),
        [TextWithExpression] = Text("A text with ${{ expressions }} in it.", @"\$\{\{"),
        [Duration] = Text("An ISO-8601 duration, such as PT30S, PT1H30M or P7D.", DurationPattern),
        [LongerDuration] = new JsonObject { ["$ref"] = $"#/$defs/{Duration}", ["pattern"] = "[1-9]" },
        [DurationOrExpression] = Either("^PT?[0-9]", Refer(Duration)),
        [TimestampOrExpression] = Either("^[0-9]{4}-.{5}T", new JsonObject { ["format"] = "date-time", ["pattern"] = TimestampPattern }),
        [Schema] = new JsonObject { ["type"] = "object", ["$ref"] = MetaSchema },
        [Inputs] = new JsonObject
        {
            ["$ref"] = $"#/$defs/{Schema}",
            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = "object" } },
        },
    };

    private static JsonObject Text(string description, string pattern) =>
        new() { ["description"] = description, ["type"] = "string", ["pattern"] = pattern };

    /// <summary>An expression, unless it begins like a literal.</summary>
    private static JsonObject Either(string beginning, JsonObject literal) => new()
    {
        ["$ref"] = $"#/$defs/{Expression}",
        ["if"] = new JsonObject { ["pattern"] = beginning },
        ["then"] = literal,
    };
}
