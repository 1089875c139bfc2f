using WorkflowKit.Definitions;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

public readonly partial struct StepCall
{
    /// <summary><c>switch</c>: the body tests the cases, runs the first true one and skips the others.</summary>
    /// <param name="body">The cases.</param>
    public ValueTask SwitchAsync(Func<RunScope, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Containers.RunAsync(_scope, _slot, body);
    }

    /// <summary><c>parallel</c>.</summary>
    /// <param name="mode">When it ends, and how.</param>
    /// <param name="maxConcurrency">How many branches run at once; <see langword="null"/>: all.</param>
    /// <param name="branches">The branches.</param>
    /// <returns>A map of the outputs of the branches that completed, by their ids.</returns>
    public ValueTask<CelValue> ParallelAsync(ParallelMode mode, int? maxConcurrency, params ParallelBranch[] branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        return Containers.ParallelAsync(_scope, _slot, mode, maxConcurrency, branches);
    }

    /// <summary><c>try</c>.</summary>
    /// <param name="body">What may fail.</param>
    /// <param name="catchClause">Handles a failure of the body and gives true, or gives false: then the failure goes on. <see langword="null"/>: none.</param>
    /// <param name="finallyBody">Runs in the end whatever happened, a cancel included; <see langword="null"/>: none.</param>
    public ValueTask TryAsync(
        Func<RunScope, ValueTask> body, Func<RunScope, StepError, ValueTask<bool>>? catchClause, Func<RunScope, ValueTask>? finallyBody)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Containers.TryAsync(_scope, _slot, body, catchClause, finallyBody);
    }
}
