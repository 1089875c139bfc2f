using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>step_skipped</c>: a step was left out.</summary>
public sealed class StepSkipped : StepEvent
{
    internal StepSkipped(DateTimeOffset timestamp, StepInfo step, string path, SkipReason reason, string? by = null, JsonElement? substitute = null)
        : base(timestamp, step, path)
    {
        Reason = reason;
        By = by;
        Substitute = substitute;
    }

    /// <inheritdoc />
    public override string Type => "step_skipped";

    /// <summary>Why it was left out.</summary>
    public SkipReason Reason { get; }

    /// <summary>Who skipped it, where a person did. Journal only.</summary>
    internal string? By { get; }

    /// <summary>The output that the person gave in its place. Journal only.</summary>
    internal JsonElement? Substitute { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteString("reason", Reason.Text());
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepName", Step.Name);
        writer.WriteString("stepType", Step.Type);
        writer.WriteStringIf("by", By);
        if (Substitute is { } value) writer.WriteValue("substitute", value);
    }

    internal static StepSkipped Read(JournalEntry entry) => new(
        entry.Timestamp, entry.Step(), entry.Text("path"), LogNames.ToSkipReason(entry.Text("reason")), entry.TextOrNull("by"), entry.Value("substitute"));
}
