using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowKit.Steps;

/// <summary>What attributes on a property say, in the words of JSON Schema.</summary>
internal static class SchemaAnnotations
{
    internal static void Add(JsonObject schema, object attribute)
    {
        switch (attribute)
        {
            case DescriptionAttribute { Description: { Length: > 0 } text }: schema["description"] = text; break;
            case DisplayAttribute display: AddDisplay(schema, display); break;
            case RangeAttribute range:
                schema[range.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = Number(range.Minimum);
                schema[range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = Number(range.Maximum);
                break;
            case StringLengthAttribute length:
                if (length.MinimumLength > 0) schema["minLength"] = length.MinimumLength;
                schema["maxLength"] = length.MaximumLength;
                break;
            case MaxLengthAttribute { Length: >= 0 } length: schema[IsList(schema) ? "maxItems" : "maxLength"] = length.Length; break;
            case MinLengthAttribute length: schema[IsList(schema) ? "minItems" : "minLength"] = length.Length; break;
            case RegularExpressionAttribute pattern: schema["pattern"] = $"^(?:{pattern.Pattern})$"; break;
            case EmailAddressAttribute: schema["format"] = "email"; break;
            case UrlAttribute: schema["format"] = "uri"; break;
            case DataTypeAttribute { DataType: DataType.Password }: schema["format"] = "password"; break;
            case RequiredAttribute { AllowEmptyStrings: false } when IsText(schema) && !schema.ContainsKey("minLength"): schema["minLength"] = 1; break;
            default: break;
        }
    }

    private static void AddDisplay(JsonObject schema, DisplayAttribute display)
    {
        if (display.GetName() is { Length: > 0 } name) schema["title"] = name;
        if (display.GetDescription() is { Length: > 0 } text) schema["description"] = text;
    }

    private static bool IsList(JsonObject schema) => Allows(schema, "array");

    private static bool IsText(JsonObject schema) => Allows(schema, "string");

    private static bool Allows(JsonObject schema, string type) => schema["type"] switch
    {
        JsonArray types => types.Any(one => one?.GetValue<string>() == type),
        JsonValue one => one.GetValue<string>() == type,
        _ => false,
    };

    private static JsonNode Number(object value) => value switch
    {
        int number => number,
        double number => number,
        _ => decimal.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture),
    };
}
