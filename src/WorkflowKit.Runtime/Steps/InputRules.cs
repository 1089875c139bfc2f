using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Expressions;
using WorkflowKit.Schemas;

namespace WorkflowKit.Steps;

/// <summary>What attributes such as <c>[Range]</c> ask of a step's input beyond its types. Values are known only when the step runs. Immutable.</summary>
internal sealed class InputRules
{
    // Types are the compiler's to judge, and .NET's.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "format", "enum", "not",
    };

    private readonly JsonSchema _schema;
    private readonly JsonTypeInfo _json;

    private InputRules(JsonSchema schema, JsonTypeInfo json)
    {
        _schema = schema;
        _json = json;
    }

    /// <summary>The rules of a schema; <see langword="null"/> where it is none that can be checked.</summary>
    public static InputRules? Of(JsonElement schema, JsonTypeInfo json) =>
        JsonSchema.TryCompile(schema, out var compiled, out _) ? new(compiled, json) : null;

    /// <summary>Lets an input pass that keeps to the rules.</summary>
    /// <exception cref="CelException">It does not; the message names each place, what is expected and what is there.</exception>
    public void Require(object? input)
    {
        if (Write(input) is not { } value || _schema.IsValid(value))
            return;

        var errors = _schema.Validate(value).Errors.Where(error => Keywords.Contains(error.Keyword)).ToList();
        if (errors.Count > 0)
            throw new CelException(CelErrorKind.Conversion, $"{string.Join("; ", errors.Select(error => $"with{error.InstancePath} {error.Message}, but is {error.Actual}"))}.");
    }

    private JsonElement? Write(object? input)
    {
        try
        {
            return input is null ? null : JsonSerializer.SerializeToElement(input, _json);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException)
        {
            // It has no JSON form; then nothing was asked of that form.
            return null;
        }
    }
}
