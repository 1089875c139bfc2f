namespace WorkflowKit.Runs;

/// <summary>A completed step that can be undone.</summary>
/// <param name="Sequence">The log entry of its completion.</param>
/// <param name="Slot">The step.</param>
/// <param name="Frame">The loop pass that it ran in.</param>
/// <param name="Undo">Undoes it.</param>
internal sealed record Compensation(long Sequence, StepSlot Slot, Frame Frame, Func<RunScope, ValueTask> Undo);
