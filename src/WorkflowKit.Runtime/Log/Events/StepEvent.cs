using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>An event of one step.</summary>
public abstract class StepEvent : ProgressEvent
{
    private protected StepEvent(DateTimeOffset timestamp, StepInfo step, string path, int number = 0) : base(timestamp, number)
    {
        Step = step;
        Path = path;
    }

    /// <summary>The step's id in the definition.</summary>
    public string StepId => Step.Id;

    /// <summary>The step's id, prefixed by the loop passes it is in, such as <c>ship[3]/book</c>.</summary>
    public string Path { get; }

    internal StepInfo Step { get; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("stepId", StepId);
        writer.WriteString("path", Path);
    }
}
