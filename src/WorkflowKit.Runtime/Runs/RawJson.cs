using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Log;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Runs;

/// <summary>A value in the log as the JSON it was written as.</summary>
internal sealed class RawJson(byte[] utf8) : ILogValue
{
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(utf8, skipInputValidation: true);

    public bool IsNull => utf8.AsSpan().SequenceEqual("null"u8);

    /// <summary>The value as it may be written down.</summary>
    internal object Read(SecretTexts secrets) => secrets.In(JsonElement.Parse(utf8, JsonDepth.Texts));

    internal T? Read<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(utf8, type);
}
