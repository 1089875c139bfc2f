using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Log;

/// <summary>Lets hosts return summaries from their own endpoints.</summary>
internal sealed class ExecutionSummaryJsonConverter : JsonConverter<ExecutionSummary>
{
    public override ExecutionSummary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Summaries are a view of a log: they are written, never read back.");

    public override void Write(Utf8JsonWriter writer, ExecutionSummary value, JsonSerializerOptions options) => value.WriteTo(writer);
}
