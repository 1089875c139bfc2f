using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>What expressions know of their execution.</summary>
/// <param name="Id">The execution's id.</param>
/// <param name="WorkflowId">The workflow's id.</param>
/// <param name="UserId">The user for whom it runs; <see langword="null"/> where the host named none.</param>
/// <param name="StartedAt">When it first ran.</param>
/// <param name="Trigger">What started it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExecutionInfo(string Id, string WorkflowId, string? UserId, DateTimeOffset StartedAt, ExecutionTrigger Trigger);
