using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Log;

/// <summary>Lets hosts return records from their own endpoints.</summary>
internal sealed class ExecutionRecordJsonConverter : JsonConverter<ExecutionRecord>
{
    public override ExecutionRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Records are a view of a log: they are written, never read back.");

    public override void Write(Utf8JsonWriter writer, ExecutionRecord value, JsonSerializerOptions options) => value.WriteTo(writer);
}
