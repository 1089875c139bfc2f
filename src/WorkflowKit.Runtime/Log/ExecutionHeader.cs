using System.Text.Json;

namespace WorkflowKit;

/// <summary>What is known of an execution when it is created, and never changes. A store keeps it beside the log.</summary>
public sealed class ExecutionHeader
{
    /// <summary>The execution's id, a UUIDv7.</summary>
    public required string Id { get; init; }

    /// <summary>The workflow that it runs.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>That workflow's name at the time.</summary>
    public required string WorkflowName { get; init; }

    /// <summary>The content hash of the definition that it keeps to its end.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The inputs, checked, with defaults, and with the members left out that the schema calls secret.</summary>
    public required JsonElement Inputs { get; init; }

    /// <summary>When it was accepted, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The user for whom it runs; <see langword="null"/> where the host named none.</summary>
    public string? UserId { get; init; }

    /// <summary>What started it.</summary>
    public ExecutionTrigger Trigger { get; init; }

    /// <summary>The execution whose <c>workflow</c> step started it.</summary>
    public string? ParentId { get; init; }

    /// <summary>The path of that step.</summary>
    public string? ParentPath { get; init; }

    /// <summary>The execution that it repeats.</summary>
    public string? RerunOf { get; init; }

    /// <summary>What it was tagged with when it was started.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The caller's key: a second start with it gives this execution.</summary>
    public string? StartKey { get; init; }

    /// <summary>The key by which the workflow limits how many of its executions are under way.</summary>
    public string? ConcurrencyKey { get; init; }

    /// <summary>How many executions of that key may be under way.</summary>
    public int ConcurrencyLimit { get; init; }
}
