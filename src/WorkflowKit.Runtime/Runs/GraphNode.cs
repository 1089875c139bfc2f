using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>One step of a scope whose edges are not a plain sequence.</summary>
/// <param name="step">The step.</param>
/// <param name="after">The steps of the same scope that must have settled before it.</param>
/// <param name="body">Runs the step.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GraphNode(StepSlot step, IReadOnlyList<StepSlot> after, Func<RunScope, ValueTask> body)
{
    internal StepSlot Step { get; } = step;

    internal IReadOnlyList<StepSlot> After { get; } = after;

    internal Func<RunScope, ValueTask> Body { get; } = body;
}
