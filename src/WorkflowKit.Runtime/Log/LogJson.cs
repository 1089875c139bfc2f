using System.Buffers;
using System.Text;
using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Log;

/// <summary>The few JSON habits that events and records share: times in UTC, durations in whole milliseconds, absent members left out.</summary>
internal static class LogJson
{
    internal static JsonElement ToElement(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return JsonElement.Parse(buffer.WrittenSpan, JsonDepth.Texts);
    }

    internal static string ToText(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void WriteTime(this Utf8JsonWriter writer, string name, DateTimeOffset time) => writer.WriteString(name, time.UtcDateTime);

    internal static void WriteTimeIf(this Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value) writer.WriteTime(name, value);
    }

    internal static void WriteDuration(this Utf8JsonWriter writer, string name, TimeSpan duration) =>
        writer.WriteNumber(name, (long)duration.TotalMilliseconds);

    internal static void WriteStringIf(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    internal static void WriteValue(this Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        LogValue.Write(writer, value);
    }

    internal static void WriteValue(this Utf8JsonWriter writer, string name, StepInfo step, object? value, bool output)
    {
        writer.WritePropertyName(name);
        LogValue.Write(writer, step, value, output);
    }

    internal static void WriteError(this Utf8JsonWriter writer, string name, StepError error)
    {
        writer.WriteStartObject(name);
        writer.WriteString("stepId", error.StepId);
        writer.WriteString("path", error.Path);
        writer.WriteString("message", error.Message);
        writer.WriteString("type", error.Type);
        writer.WriteString("code", error.Code);
        writer.WriteStringIf("stack", error.Stack);
        writer.WriteEndObject();
    }

    internal static void WriteStringsIf(this Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0) writer.WriteStrings(name, values);
    }

    internal static void WriteStrings(this Utf8JsonWriter writer, string name, IReadOnlyCollection<string> values)
    {
        writer.WritePropertyName(name);
        writer.WriteStringValues(values);
    }

    internal static void WriteStringValues(this Utf8JsonWriter writer, IReadOnlyCollection<string> values)
    {
        writer.WriteStartArray();
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
