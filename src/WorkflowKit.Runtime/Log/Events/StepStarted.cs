using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>step_started</c>: one attempt of a step has begun.</summary>
public sealed class StepStarted : StepEvent
{
    private readonly object? _input;

    internal StepStarted(DateTimeOffset timestamp, StepInfo step, string path, int attempt, object? input = null)
        : base(timestamp, step, path, attempt) => _input = input;

    /// <inheritdoc />
    public override string Type => "step_started";

    /// <summary>The step's name for people.</summary>
    public string StepName => Step.Name;

    /// <summary>The number of this attempt, from 1.</summary>
    public int Attempt => Number;

    /// <summary>What the step was given, as it was kept: typed where that is safe, else JSON. Journal only.</summary>
    internal object? Input => _input;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepId", StepId);
        writer.WriteString("stepName", StepName);
        writer.WriteString("path", Path);
        writer.WriteNumber("attempt", Attempt);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepType", Step.Type);
        if (_input is not null) writer.WriteValue("input", Step, _input, output: false);
    }

    internal static StepStarted Read(JournalEntry entry) =>
        new(entry.Timestamp, entry.Step(), entry.Text("path"), entry.Attempt(), entry.Value("input"));
}
