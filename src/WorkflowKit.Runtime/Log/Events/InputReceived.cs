using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>input_received</c>: somebody supplied the data that a step waited for.</summary>
public sealed class InputReceived : StepEvent
{
    internal InputReceived(DateTimeOffset timestamp, StepInfo step, string path, string? by, JsonElement data) : base(timestamp, step, path)
    {
        By = by;
        Data = data;
    }

    /// <inheritdoc />
    public override string Type => "input_received";

    /// <summary>Who supplied it; <see langword="null"/> where the host named nobody.</summary>
    public string? By { get; }

    /// <summary>The data, already checked against the schema. Journal only: it is the step's output.</summary>
    internal JsonElement Data { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteString("by", By);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepName", Step.Name);
        writer.WriteString("stepType", Step.Type);
        writer.WriteValue("data", Data);
    }

    internal static InputReceived Read(JournalEntry entry) =>
        new(entry.Timestamp, entry.Step(), entry.Text("path"), entry.TextOrNull("by"), entry.Element("data"));
}
