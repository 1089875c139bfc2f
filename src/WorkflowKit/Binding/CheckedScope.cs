using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>A list of steps that belong together.</summary>
/// <param name="Graph">Its edges.</param>
/// <param name="Block">The block of code that it becomes.</param>
/// <param name="Steps">The steps in an order in which each comes after those it waits for.</param>
/// <param name="Last">The step that comes last in the source, whose output is the list's; <see langword="null"/> of an empty list.</param>
internal sealed record CheckedScope(ScopeGraph Graph, Block Block, IReadOnlyList<CheckedStep> Steps, CheckedStep? Last);
