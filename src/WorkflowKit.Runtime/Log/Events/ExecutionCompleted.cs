using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>execution_completed</c>: the execution has ended as it should.</summary>
public sealed class ExecutionCompleted : ProgressEvent
{
    private static readonly StepInfo Self = new("", "workflow");
    private readonly object? _outputs;

    internal ExecutionCompleted(DateTimeOffset timestamp, object? outputs, TimeSpan duration) : base(timestamp)
    {
        _outputs = outputs;
        Duration = duration;
    }

    /// <inheritdoc />
    public override string Type => "execution_completed";

    /// <summary>The execution's outputs as JSON.</summary>
    public JsonElement Outputs => LogValue.ToElement(Self, _outputs, output: true);

    /// <summary>The outputs as they were kept: plain values and JSON.</summary>
    internal object? RawOutputs => _outputs;

    /// <summary>The time from its start to its end, pauses included.</summary>
    public TimeSpan Duration { get; }

    internal override bool IsLast => true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteValue("outputs", Self, _outputs, output: true);
        writer.WriteDuration("duration", Duration);
    }

    private protected override void WriteJournalMembers(Utf8JsonWriter writer) => writer.WriteNumber("durationTicks", Duration.Ticks);

    internal static ExecutionCompleted Read(JournalEntry entry) =>
        new(entry.Timestamp, entry.Value("outputs"), TimeSpan.FromTicks(entry.Long("durationTicks")));
}
