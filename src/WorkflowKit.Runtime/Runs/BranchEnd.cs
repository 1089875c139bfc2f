using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>How a branch of a <c>parallel</c> completed.</summary>
/// <param name="Output">The output of its last step.</param>
/// <param name="Sequence">The log entry of that output.</param>
internal sealed record BranchEnd(CelValue Output, long Sequence);
