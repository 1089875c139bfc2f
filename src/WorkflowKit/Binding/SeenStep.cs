using WorkflowKit.CelTypes;

namespace WorkflowKit.Binding;

/// <summary>A step as a place sees it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="MayBeAbsent">Whether it may have been skipped, or have failed with leave to do so.</param>
internal sealed record SeenStep(StepSymbol Step, CelType Output, bool MayBeAbsent);
