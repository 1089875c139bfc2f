using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>
/// An execution as its log tells it at one moment. Immutable and safe to share. The step results are worked out when they are first asked for.
/// </summary>
[JsonConverter(typeof(ExecutionRecordJsonConverter))]
public sealed class ExecutionRecord
{
    private readonly ExecutionHeader _header;
    private readonly IReadOnlyList<ProgressEvent> _log;
    private LogProjection? _projection;

    /// <summary>A record of an execution. Stores make these.</summary>
    /// <param name="header">What does not change.</param>
    /// <param name="status">Where the execution stands.</param>
    /// <param name="log">The log up to this moment, which the record keeps; the list must not change any more.</param>
    public ExecutionRecord(ExecutionHeader header, ExecutionStatus status, IReadOnlyList<ProgressEvent> log)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(log);
        _header = header;
        _log = log;
        Status = status;
    }

    /// <summary>The execution's id, a UUIDv7.</summary>
    public string Id => _header.Id;

    /// <summary>The workflow that it runs.</summary>
    public string WorkflowId => _header.WorkflowId;

    /// <summary>That workflow's name when the execution was created.</summary>
    public string WorkflowName => _header.WorkflowName;

    /// <summary>The content hash of the definition that it runs.</summary>
    public string DefinitionHash => _header.DefinitionHash;

    /// <summary>The user for whom it runs; <see langword="null"/> where the host named none.</summary>
    public string? UserId => _header.UserId;

    /// <summary>What started it.</summary>
    public ExecutionTrigger Trigger => _header.Trigger;

    /// <summary>The execution whose <c>workflow</c> step started it.</summary>
    public string? ParentId => _header.ParentId;

    /// <summary>The execution that it repeats.</summary>
    public string? RerunOf => _header.RerunOf;

    /// <summary>What it was tagged with when it was started; a rerun has those of the execution that it repeats, unless it was given others.</summary>
    public IReadOnlyList<string> Tags => _header.Tags;

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>What it waits for while it is paused; <see langword="null"/>: it is not paused.</summary>
    public ExecutionWait? WaitsFor => Status is ExecutionStatus.Paused && Projection.Paused is { } paused ? new ExecutionWait(paused, OpenRequests) : null;

    /// <summary>The inputs, with defaults, and with the members left out that the schema calls secret.</summary>
    public JsonElement Inputs => _header.Inputs;

    /// <summary>The outputs of a completed execution.</summary>
    public JsonElement? Outputs => Projection.Outputs;

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset CreatedAt => _header.CreatedAt;

    /// <summary>When it began to run.</summary>
    public DateTimeOffset? StartedAt => Projection.StartedAt;

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt => Projection.CompletedAt;

    /// <summary>From its beginning to its end, pauses included; in JSON in milliseconds.</summary>
    public TimeSpan? Duration => CompletedAt - StartedAt;

    /// <summary>Why it failed, or why this host cannot let it go on.</summary>
    public StepError? Error => Projection.Error;

    /// <summary>How far it has come.</summary>
    public ExecutionProgress Progress => Projection.Progress;

    /// <summary>The steps in the order in which they began; after them, unless the execution has completed, those still to come.</summary>
    public IReadOnlyList<StepResult> StepResults => Projection.StepResults;

    /// <summary>The sequence of the last entry of the log that the record was made from.</summary>
    public long LastSequence => _log.Count == 0 ? 0 : _log[^1].Sequence;

    internal ExecutionHeader Header => _header;

    internal IReadOnlyList<ProgressEvent> Entries => _log;

    /// <summary>The requests for input that are not answered, the oldest first.</summary>
    internal IReadOnlyList<InputRequested> OpenRequests => Projection.OpenRequests;

    private LogProjection Projection => _projection ??= LogProjection.Of(_log, Status);

    /// <summary>Writes the record as one JSON object: camelCase, ISO-8601 times in UTC, durations in milliseconds.</summary>
    /// <param name="writer">Where it goes.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("workflowId", WorkflowId);
        writer.WriteString("workflowName", WorkflowName);
        writer.WriteString("definitionHash", DefinitionHash);
        writer.WriteString("userId", UserId);
        writer.WriteString("trigger", Trigger.Text());
        writer.WriteStringIf("parentId", ParentId);
        writer.WriteStringIf("rerunOf", RerunOf);
        writer.WriteStringsIf("tags", Tags);
        writer.WriteString("status", Status.Text());
        if (WaitsFor is { } wait)
        {
            writer.WritePropertyName("waitsFor");
            wait.WriteTo(writer);
        }
        writer.WriteValue("inputs", Inputs);
        if (Outputs is { } outputs) writer.WriteValue("outputs", outputs);
        writer.WriteTime("createdAt", CreatedAt);
        writer.WriteTimeIf("startedAt", StartedAt);
        writer.WriteTimeIf("completedAt", CompletedAt);
        if (Duration is { } duration) writer.WriteDuration("duration", duration);
        if (Error is not null) writer.WriteError("error", Error);
        writer.WriteStartObject("progress");
        writer.WriteNumber("completed", Progress.Completed);
        writer.WriteNumber("total", Progress.Total);
        writer.WriteEndObject();
        writer.WriteStartArray("stepResults");
        foreach (var result in StepResults) result.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The record as one JSON object.</summary>
    public string ToJson() => LogJson.ToText(WriteTo);
}
