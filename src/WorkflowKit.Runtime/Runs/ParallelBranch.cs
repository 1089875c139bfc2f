using System.ComponentModel;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>One branch of a <c>parallel</c> step.</summary>
/// <param name="Id">The branch's id, the key of its output.</param>
/// <param name="Body">Runs its steps and gives the output of the last one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParallelBranch(string Id, Func<RunScope, ValueTask<CelValue>> Body)
{
    /// <summary>Works out whether the branch is taken; <see langword="null"/>: it is.</summary>
    public Func<bool>? If { get; init; }

    /// <summary>Its steps, skipped where the branch is not taken.</summary>
    public IReadOnlyList<StepSlot> Steps { get; init; } = [];
}
