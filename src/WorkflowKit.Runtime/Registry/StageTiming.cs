namespace WorkflowKit;

/// <summary>How long one stage of a compilation took.</summary>
/// <param name="Stage">The stage: <c>read</c>, <c>check</c>, <c>emit</c>, <c>compile</c>, <c>load</c>.</param>
/// <param name="Duration">The time it took.</param>
public readonly record struct StageTiming(string Stage, TimeSpan Duration);
