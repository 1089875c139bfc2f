using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Stores;

/// <summary>A control request as a database keeps it. Its execution, its ordinal and its id stand beside the text.</summary>
internal static class ControlText
{
    internal static string Write(ControlRequest request) => LogJson.ToText(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("kind", NameOf(request.Kind));
        writer.WriteNumber("ticks", request.RequestedAt.UtcTicks);
        writer.WriteStringIf("by", request.By);
        writer.WriteStringIf("reason", request.Reason);
        writer.WriteStringIf("path", request.Path);
        writer.WriteStringIf("childId", request.ChildId);
        if (request.Data is { } data) writer.WriteValue("data", data);
        writer.WriteEndObject();
    });

    /// <exception cref="ExecutionCorruptException">The text is not one that was written here.</exception>
    internal static ControlRequest Read(string executionId, long ordinal, Guid id, string text)
    {
        try
        {
            var entry = new JournalEntry(JsonElement.Parse(text, JsonDepth.Texts), []);
            return new ControlRequest(executionId, KindOf(entry.Text("kind")), entry.Timestamp)
            {
                Id = id,
                Ordinal = ordinal,
                By = entry.TextOrNull("by"),
                Reason = entry.TextOrNull("reason"),
                Path = entry.TextOrNull("path"),
                ChildId = entry.TextOrNull("childId"),
                Data = entry.Value("data"),
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ExecutionCorruptException(executionId, 0, error);
        }
    }

    private static string NameOf(ControlKind kind) => kind switch
    {
        ControlKind.Cancel => "cancel",
        ControlKind.Pause => "pause",
        ControlKind.Resume => "resume",
        ControlKind.Retry => "retry",
        ControlKind.Skip => "skip",
        ControlKind.Input => "input",
        ControlKind.ChildEnded => "child_ended",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ControlKind KindOf(string name) => name switch
    {
        "cancel" => ControlKind.Cancel,
        "pause" => ControlKind.Pause,
        "resume" => ControlKind.Resume,
        "retry" => ControlKind.Retry,
        "skip" => ControlKind.Skip,
        "input" => ControlKind.Input,
        "child_ended" => ControlKind.ChildEnded,
        _ => throw new FormatException($"'{name}' is no control."),
    };
}
