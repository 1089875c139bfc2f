using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Log;

namespace WorkflowKit;

/// <summary>One line of a list of executions: the record without inputs, outputs and steps.</summary>
/// <param name="Id">The execution's id.</param>
/// <param name="WorkflowId">The workflow that it runs.</param>
/// <param name="WorkflowName">That workflow's name when the execution was created.</param>
/// <param name="DefinitionHash">The content hash of the definition that it runs.</param>
/// <param name="UserId">The user for whom it runs.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CreatedAt">When it was accepted, in UTC.</param>
[JsonConverter(typeof(ExecutionSummaryJsonConverter))]
public sealed record ExecutionSummary(
    string Id, string WorkflowId, string WorkflowName, string DefinitionHash, string? UserId, ExecutionTrigger Trigger, ExecutionStatus Status, DateTimeOffset CreatedAt)
{
    /// <summary>The execution whose <c>workflow</c> step started it.</summary>
    public string? ParentId { get; init; }

    /// <summary>The execution that it repeats.</summary>
    public string? RerunOf { get; init; }

    /// <summary>What it was tagged with when it was started.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it began to run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>From its beginning to its end, pauses included; in JSON in milliseconds.</summary>
    public TimeSpan? Duration => CompletedAt - StartedAt;

    /// <summary>Whether it counts against the limit of a concurrency key. Not in the JSON.</summary>
    public bool HoldsKey { get; init; }

    /// <summary>Why it failed.</summary>
    public StepError? Error { get; init; }

    /// <summary>Writes the summary as one JSON object, with the names of <see cref="ExecutionRecord"/>.</summary>
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
        writer.WriteTime("createdAt", CreatedAt);
        writer.WriteTimeIf("startedAt", StartedAt);
        writer.WriteTimeIf("completedAt", CompletedAt);
        if (Duration is { } duration) writer.WriteDuration("duration", duration);
        if (Error is not null) writer.WriteError("error", Error);
        writer.WriteEndObject();
    }
}
