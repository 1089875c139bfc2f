using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>step_completed</c>: a step has ended with an output.</summary>
public sealed class StepCompleted : StepEvent
{
    private readonly object? _output;

    internal StepCompleted(DateTimeOffset timestamp, StepInfo step, string path, int attempt, object? output, TimeSpan duration)
        : base(timestamp, step, path, attempt)
    {
        _output = output;
        Duration = duration;
    }

    /// <inheritdoc />
    public override string Type => "step_completed";

    /// <summary>The step's output as JSON; made anew at each call where the log keeps it typed.</summary>
    public JsonElement Output => LogValue.ToElement(Step, _output, output: true);

    /// <summary>How long the attempt took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The attempt that brought it about. Journal only.</summary>
    internal int Attempt => Number;

    /// <summary>The output as it was kept: typed where that is safe, else JSON.</summary>
    internal object? RawOutput => _output;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteValue("output", Step, _output, output: true);
        writer.WriteDuration("duration", Duration);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepType", Step.Type);
        writer.WriteNumber("attempt", Attempt);
        writer.WriteNumber("durationTicks", Duration.Ticks);
    }

    internal static StepCompleted Read(JournalEntry entry) => new(
        entry.Timestamp, entry.Step(), entry.Text("path"), entry.Attempt(), entry.Value("output"), TimeSpan.FromTicks(entry.Long("durationTicks")));
}
