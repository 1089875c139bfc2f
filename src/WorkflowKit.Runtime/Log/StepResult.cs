using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Expressions;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>What an execution's log says of one step, or of one pass of a step in a loop. Immutable.</summary>
[JsonConverter(typeof(StepResultJsonConverter))]
public sealed class StepResult
{
    private readonly StepInfo _step;
    private readonly object? _input;
    private readonly object? _output;

    internal StepResult(StepInfo step, string path, object? input, object? output)
    {
        _step = step;
        Path = path;
        _input = NullIsNone(input);
        _output = NullIsNone(output);
    }

    /// <summary>The step's id in the definition.</summary>
    public string StepId => _step.Id;

    /// <summary>The step's name for people.</summary>
    public string StepName => _step.Name;

    /// <summary>The step's id, prefixed by the loop passes it is in, such as <c>ship[3]/book</c>.</summary>
    public string Path { get; }

    /// <summary>The step's type: an activity's dotted name, or a control step's bare word.</summary>
    public string Type => _step.Type;

    /// <summary>Where it stands.</summary>
    public StepStatus Status { get; internal init; }

    /// <summary>The number of the latest attempt, from 1; 0 where none has begun.</summary>
    public int Attempt { get; internal init; }

    /// <summary>When its first attempt began.</summary>
    public DateTimeOffset? StartedAt { get; internal init; }

    /// <summary>When it settled.</summary>
    public DateTimeOffset? CompletedAt { get; internal init; }

    /// <summary>What it was given.</summary>
    public JsonElement? Input => _input is null ? null : LogValue.ToElement(_step, _input, output: false);

    /// <summary>What it gave back.</summary>
    public JsonElement? Output => _output is null ? null : LogValue.ToElement(_step, _output, output: true);

    /// <summary>Why its latest attempt failed.</summary>
    public StepError? Error { get; internal init; }

    /// <summary>From the beginning of its first attempt to its end; in JSON in milliseconds.</summary>
    public TimeSpan? Duration => CompletedAt - StartedAt;

    /// <summary>Writes the result as one JSON object; members that have no value are left out.</summary>
    /// <param name="writer">Where it goes.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("stepId", StepId);
        writer.WriteString("stepName", StepName);
        writer.WriteString("path", Path);
        writer.WriteString("type", Type);
        writer.WriteString("status", Status.Text());
        writer.WriteNumber("attempt", Attempt);
        writer.WriteTimeIf("startedAt", StartedAt);
        writer.WriteTimeIf("completedAt", CompletedAt);
        if (_input is not null) writer.WriteValue("input", _step, _input, output: false);
        if (_output is not null) writer.WriteValue("output", _step, _output, output: true);
        if (Error is not null) writer.WriteError("error", Error);
        if (Duration is { } duration) writer.WriteDuration("duration", duration);
        writer.WriteEndObject();
    }

    /// <summary>A value that was kept typed and is null reads back as JSON's null: both are none.</summary>
    private static object? NullIsNone(object? value) => value is JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } or ILogValue { IsNull: true } or CelValue { Kind: CelKind.Null }
        ? null
        : value;
}
