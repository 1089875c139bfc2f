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
            case DisplayNameAttribute { DisplayName: { Length: > 0 } name }: schema["title"] = name; break;
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
            case LengthAttribute length:
                schema[IsList(schema) ? "minItems" : "minLength"] = length.MinimumLength;
                schema[IsList(schema) ? "maxItems" : "maxLength"] = length.MaximumLength;
                break;
            case AllowedValuesAttribute allowed when Values(allowed.Values) is { } values: schema["enum"] = values; break;
            case DeniedValuesAttribute denied when Values(denied.Values) is { } values: schema["not"] = new JsonObject { ["enum"] = values }; break;
            case Base64StringAttribute: schema["contentEncoding"] = "base64"; break;
            case DefaultValueAttribute fallback when Value(fallback.Value) is { } value: schema["default"] = value; break;
            case ObsoleteAttribute: schema["deprecated"] = true; break;
            case RegularExpressionAttribute pattern: schema["pattern"] = $"^(?:{pattern.Pattern})$"; break;
            case EmailAddressAttribute: schema["format"] = "email"; break;
            case UrlAttribute: schema["format"] = "uri"; break;
            case DataTypeAttribute { DataType: DataType.Password }: schema["format"] = "password"; break;
            case RequiredAttribute { AllowEmptyStrings: false } when IsText(schema) && !schema.ContainsKey("minLength"): schema["minLength"] = 1; break;
            default: break;
        }
    }

    /// <summary>Constants of attributes as JSON; <see langword="null"/> where one of them has no plain form there.</summary>
    private static JsonArray? Values(object?[] values)
    {
        var array = new JsonArray();
        foreach (var value in values)
        {
            var node = Value(value);
            if (node is null && value is not null) return null;
            array.Add(node);
        }

        return array;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        string text => text,
        bool flag => flag,
        Enum word => word.ToString(),
        int or long or double or float or short or byte or decimal => Number(value),
        _ => null,
    };

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
