using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace WorkflowKit.Sample.Terminal;

/// <summary>Asks for the members of an object, one by one, as its JSON Schema describes them.</summary>
internal static class SchemaForm
{
    public static JsonElement Ask(JsonElement? schema)
    {
        var answers = new JsonObject();
        if (schema is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("properties", out var properties))
        {
            var required = known.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
            foreach (var property in properties.EnumerateObject())
            {
                if (AskOne(property, required.Contains(property.Name)) is { } answer)
                    answers[property.Name] = answer;
            }
        }

        return JsonSerializer.SerializeToElement(answers);
    }

    private static JsonNode? AskOne(JsonProperty property, bool required)
    {
        var schema = property.Value;
        var title = Markup.Escape(schema.TryGetProperty("title", out var given) ? given.GetString()! : property.Name);
        var type = schema.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : "string";
        if (type == "boolean")
            return AnsiConsole.Confirm(title);
        if (schema.TryGetProperty("enum", out var choices))
            return AnsiConsole.Prompt(new SelectionPrompt<string>().Title(title).AddChoices(choices.EnumerateArray().Select(choice => choice.ToString())));

        var isNumber = type is "number" or "integer";
        var prompt = new TextPrompt<string>(title) { AllowEmpty = !required };
        if (schema.TryGetProperty("default", out var preset))
            prompt.DefaultValue(preset.ToString());
        if (isNumber)
            prompt.Validate(text => (text.Length == 0 && !required) || double.TryParse(text, CultureInfo.InvariantCulture, out _), "A number, please.");

        var text = AnsiConsole.Prompt(prompt);
        if (text.Length == 0)
            return null;
        return isNumber ? JsonNode.Parse(text) : JsonValue.Create(text);
    }
}
