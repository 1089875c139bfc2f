using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary><c>step_output</c>: a piece of what a running step has so far. Live only: it is in no log and shown to nobody who comes later.</summary>
public sealed class StepOutput : StepEvent
{
    internal StepOutput(DateTimeOffset timestamp, StepInfo step, string path, string chunk) : base(timestamp, step, path) => Chunk = chunk;

    /// <inheritdoc />
    public override string Type => "step_output";

    /// <summary>The piece, as the step reported it.</summary>
    public string Chunk { get; }

    internal override bool IsLiveOnly => true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteString("chunk", Chunk);
    }
}
