using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Log;

/// <summary>Lets hosts return events from their own endpoints: the same JSON, with <c>type</c>.</summary>
internal sealed class ProgressEventJsonConverter : JsonConverter<ProgressEvent>
{
    public override bool CanConvert(Type typeToConvert) => typeof(ProgressEvent).IsAssignableFrom(typeToConvert);

    public override ProgressEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Progress events are written for users and read back only from a store's journal.");

    public override void Write(Utf8JsonWriter writer, ProgressEvent value, JsonSerializerOptions options) => value.WriteTo(writer, includeType: true);
}
