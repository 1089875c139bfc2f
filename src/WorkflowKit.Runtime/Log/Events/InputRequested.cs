using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>input_requested</c>: a step waits for somebody to supply data.</summary>
public sealed class InputRequested : StepEvent
{
    internal InputRequested(DateTimeOffset timestamp, StepInfo step, string path, string title, string? message, JsonElement schema, DateTimeOffset? dueAt)
        : base(timestamp, step, path)
    {
        Title = title;
        Message = message;
        Schema = schema;
        DueAt = dueAt;
    }

    /// <inheritdoc />
    public override string Type => "input_requested";

    /// <summary>What is asked for, for people.</summary>
    public string Title { get; }

    /// <summary>The JSON Schema that the data has to satisfy.</summary>
    public JsonElement Schema { get; }

    /// <summary>More about it, for people. Journal only.</summary>
    internal string? Message { get; }

    /// <summary>When the step gives up waiting. Journal only.</summary>
    internal DateTimeOffset? DueAt { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteValue("schema", Schema);
        writer.WriteString("title", Title);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepName", Step.Name);
        writer.WriteString("stepType", Step.Type);
        writer.WriteStringIf("message", Message);
        writer.WriteTimeIf("dueAt", DueAt);
    }

    internal static InputRequested Read(JournalEntry entry) => new(
        entry.Timestamp, entry.Step(), entry.Text("path"), entry.Text("title"), entry.TextOrNull("message"), entry.Element("schema"), entry.Time("dueAt"));
}
