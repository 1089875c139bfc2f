using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>Data that a step waits for; it is supplied with the step's path. Immutable.</summary>
public sealed class RequestedInput
{
    private readonly InputRequested _request;

    internal RequestedInput(InputRequested request) => _request = request;

    /// <summary>The step's id in the definition.</summary>
    public string StepId => _request.StepId;

    /// <summary>The step's path.</summary>
    public string Path => _request.Path;

    /// <summary>What is asked for, for people.</summary>
    public string Title => _request.Title;

    /// <summary>More about it, for people.</summary>
    public string? Message => _request.Message;

    /// <summary>The JSON Schema that the data has to satisfy.</summary>
    public JsonElement Schema => _request.Schema;

    /// <summary>Since when it is asked for.</summary>
    public DateTimeOffset Since => _request.Timestamp;

    /// <summary>When the step gives up waiting; <see langword="null"/>: it does not.</summary>
    public DateTimeOffset? Until => _request.DueAt;

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("stepId", StepId);
        writer.WriteString("path", Path);
        writer.WriteString("title", Title);
        writer.WriteStringIf("message", Message);
        writer.WriteValue("schema", Schema);
        writer.WriteTime("since", Since);
        writer.WriteTimeIf("until", Until);
        writer.WriteEndObject();
    }
}
