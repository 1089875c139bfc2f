using System.Text.Json;

namespace WorkflowKit.Stores;

/// <summary>Something that an execution is asked to do. It is stored before it is acknowledged; the owner of the execution reads and handles it.</summary>
/// <param name="executionId">The execution.</param>
/// <param name="kind">What it is asked to do.</param>
/// <param name="requestedAt">When, in UTC.</param>
public sealed class ControlRequest(string executionId, ControlKind kind, DateTimeOffset requestedAt)
{
    /// <summary>The execution.</summary>
    public string ExecutionId { get; } = executionId;

    /// <summary>What it is asked to do.</summary>
    public ControlKind Kind { get; } = kind;

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset RequestedAt { get; } = requestedAt;

    /// <summary>Identifies the request among all.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who asks; <see langword="null"/> where the host named nobody.</summary>
    public string? By { get; init; }

    /// <summary>Why, in that person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The path of the step that is meant.</summary>
    public string? Path { get; init; }

    /// <summary>The data, or the substitute output.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The other execution that it is about: the child that has ended.</summary>
    public string? ChildId { get; init; }

    /// <summary>The request's place among those of its execution, from 1; the store assigns it.</summary>
    public long Ordinal { get; set; }
}
