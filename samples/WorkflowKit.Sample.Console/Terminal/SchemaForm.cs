using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace WorkflowKit.Sample.Terminal;

/// <summary>Asks for the members of an object, one by one, as its JSON Schema describes them.</summary>
internal static class SchemaForm
{
    public static async Task<JsonElement> AskAsync(JsonElement? schema, CancellationToken cancellationToken)
    {
        var answers = new JsonObject();
        if (schema is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("properties", out var properties))
        {
            var required = known.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
            foreach (var property in properties.EnumerateObject())
            {
                if (await AskOneAsync(property, required.Contains(property.Name), cancellationToken) is { } answer)
                    answers[property.Name] = answer;
            }
        }

        return JsonSerializer.SerializeToElement(answers);
    }

    private static async Task<JsonNode?> AskOneAsync(JsonProperty property, bool required, CancellationToken cancellationToken)
    {
        var schema = property.Value;
        var title = Markup.Escape(schema.TryGetProperty("title", out var given) ? given.GetString()! : property.Name);
        var type = schema.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : "string";
        if (type == "boolean")
            return await AnsiConsole.PromptAsync(new ConfirmationPrompt(title), cancellationToken);
        if (schema.TryGetProperty("enum", out var choices))
            return await AnsiConsole.PromptAsync(new SelectionPrompt<string>().Title(title).AddChoices(choices.EnumerateArray().Select(choice => choice.ToString())), cancellationToken);

        var isNumber = type is "number" or "integer";
        var prompt = new TextPrompt<string>(title) { AllowEmpty = !required };
        if (schema.TryGetProperty("default", out var preset))
            prompt.DefaultValue(preset.ToString());
        if (isNumber)
            prompt.Validate(text => (text.Length == 0 && !required) || NumberOf(text) is not null, "A number, please.");

        var text = await AnsiConsole.PromptAsync(prompt, cancellationToken);
        if (text.Length == 0)
            return null;
        return isNumber ? NumberOf(text) : JsonValue.Create(text);
    }

    // As JSON writes it: 1,5 and .5 are no numbers.
    private static JsonValue? NumberOf(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
