using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Log;

/// <summary>Lets hosts return step results from their own endpoints.</summary>
internal sealed class StepResultJsonConverter : JsonConverter<StepResult>
{
    public override StepResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Step results are a view of a log: they are written, never read back.");

    public override void Write(Utf8JsonWriter writer, StepResult value, JsonSerializerOptions options) => value.WriteTo(writer);
}
