using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Diagnostics;

/// <summary>Lets hosts return diagnostics from their own endpoints.</summary>
internal sealed class DiagnosticJsonConverter : JsonConverter<Diagnostic>
{
    public override Diagnostic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Diagnostics are written, never read back.");

    public override void Write(Utf8JsonWriter writer, Diagnostic value, JsonSerializerOptions options) => value.WriteTo(writer);
}
