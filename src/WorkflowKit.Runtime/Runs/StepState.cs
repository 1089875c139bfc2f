using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>Where a step of the same scope stands, for expressions that ask.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Error">Why it failed, where it did.</param>
/// <param name="StartedAt">When its last attempt began.</param>
/// <param name="CompletedAt">When it ended.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StepState(StepStatus Status, StepError? Error, DateTimeOffset? StartedAt, DateTimeOffset? CompletedAt);
