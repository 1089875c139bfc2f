using System.Text.Json;

namespace WorkflowKit.Log;

/// <summary>Writes the values that need no knowledge of their step: JSON itself, and values that write themselves.</summary>
internal static class LogValue
{
    internal static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement element: element.WriteTo(writer); break;
            case ILogValue self: self.WriteTo(writer); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case DateTimeOffset time: writer.WriteStringValue(time.UtcDateTime); break;
            default: throw new InvalidOperationException($"A {value.GetType()} cannot stand in the log by itself: its step has to write it.");
        }
    }

    internal static JsonElement ToElement(StepInfo step, object? value, bool output) => value switch
    {
        JsonElement element => element,
        _ => LogJson.ToElement(writer => Write(writer, step, value, output)),
    };

    internal static void Write(Utf8JsonWriter writer, StepInfo step, object? value, bool output)
    {
        if (value is null) writer.WriteNullValue();
        else if (output) step.WriteOutput(writer, value);
        else step.WriteInput(writer, value);
    }
}
