using System.Buffers;
using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Runs;

/// <summary>Values that a schema calls secret, and texts without them. Immutable.</summary>
internal sealed class SecretTexts
{
    private const string Mask = "***";

    // What is shorter stands in many texts by chance.
    private const int Shortest = 4;

    private readonly string[] _secrets;

    private SecretTexts(IEnumerable<string> secrets) =>
        _secrets = [.. secrets.Where(static secret => secret.Length >= Shortest).Distinct(StringComparer.Ordinal).OrderByDescending(static secret => secret.Length)];

    /// <summary>What of a value is masked, or left out, where it is recorded.</summary>
    /// <param name="whole">The value.</param>
    /// <param name="recorded">The same as it is recorded.</param>
    internal static SecretTexts Of(JsonElement whole, JsonElement recorded)
    {
        var found = new List<string>();
        Collect(whole, recorded, found);
        return new(found);
    }

    internal static SecretTexts Of(IEnumerable<string> secrets) => new(secrets);

    /// <summary>A text in which the secrets are masked.</summary>
    internal string In(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A value in whose texts the secrets are masked.</summary>
    internal JsonElement In(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, value);
        return JsonElement.Parse(buffer.WrittenSpan, JsonDepth.Texts);
    }

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String: writer.WriteStringValue(In(value.GetString()!)); break;
            case JsonValueKind.Number when Array.IndexOf(_secrets, value.GetRawText()) >= 0: writer.WriteStringValue(Mask); break;
            default: value.WriteTo(writer); break;
        }
    }

    private static void Collect(JsonElement whole, JsonElement recorded, List<string> found)
    {
        switch (whole.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in whole.EnumerateObject())
                    Collect(member.Value, recorded.ValueKind is JsonValueKind.Object && recorded.TryGetProperty(member.Name, out var same) ? same : default, found);
                break;
            case JsonValueKind.Array:
                for (var index = 0; index < whole.GetArrayLength(); index++)
                    Collect(whole[index], recorded.ValueKind is JsonValueKind.Array && index < recorded.GetArrayLength() ? recorded[index] : default, found);
                break;
            case JsonValueKind.String when recorded.ValueKind is not JsonValueKind.String || recorded.GetString() != whole.GetString(): found.Add(whole.GetString()!); break;
            case JsonValueKind.Number when recorded.ValueKind is not JsonValueKind.Number: found.Add(whole.GetRawText()); break;
            default: break;
        }
    }
}
