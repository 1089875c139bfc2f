using System.Text.Json;

namespace WorkflowKit.Runtime.Tests.Schemas;

internal static class Json
{
    public static JsonElement Of(string text) => JsonElement.Parse(text);

    public static JsonElement Text(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
}
