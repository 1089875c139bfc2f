using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkflowKit.Definitions;

/// <summary>Writes values back as JSON, without blanks and comments.</summary>
internal static class SourceJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = JsonSourceReader.MaxDepth + 1 };

    public static string Write(SourceValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value that a JSON Pointer leads to; where it leads nowhere, the last on the way.</summary>
    public static SourceValue Resolve(SourceValue value, string pointer)
    {
        foreach (var segment in pointer.Split('/').Skip(1))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            var next = value.Kind == SourceValueKind.Array
                ? int.TryParse(name, out var index) ? value.Items.ElementAtOrDefault(index) : null
                : value[name];
            if (next is null)
                break;
            value = next;
        }

        return value;
    }

    private static void Write(Utf8JsonWriter writer, SourceValue value)
    {
        switch (value.Kind)
        {
            case SourceValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case SourceValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case SourceValueKind.String:
                writer.WriteStringValue(value.Text);
                break;
            case SourceValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteRawValue(value.Text);
                break;
        }
    }
}
