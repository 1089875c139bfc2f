using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>How one run of an execution ended, and what its engine has to know of it.</summary>
internal sealed class RunOutcome(RunOutcomeKind kind)
{
    internal static RunOutcome Paused { get; } = new(RunOutcomeKind.Paused);

    internal static RunOutcome Abandoned { get; } = new(RunOutcomeKind.Abandoned);

    internal RunOutcomeKind Kind { get; } = kind;

    /// <summary>Of a completed run.</summary>
    internal CelValue Outputs { get; init; }

    /// <summary>Of a completed run: when it ended; <see langword="null"/>: nobody looked.</summary>
    internal DateTimeOffset? EndedAt { get; init; }

    /// <summary>Of a failed run.</summary>
    internal StepError? Error { get; init; }

    /// <summary>Of a failed run: the paths that a retry runs again, for <see cref="ExecutionResumed.Voided"/>. One that ends in <c>[</c> stands for all passes of a loop.</summary>
    internal IReadOnlyList<string> Voided { get; init; } = [];

    /// <summary>Of a failed run: those of them that had completed and were undone, for <see cref="ExecutionResumed.Undone"/>.</summary>
    internal IReadOnlyList<string> Undone { get; init; } = [];

    /// <summary>Of a suspended run: when to run it again at the latest; <see langword="null"/>: only when something comes.</summary>
    internal DateTimeOffset? DueAt { get; init; }

    /// <summary>Of a suspended run: whether a person has to supply something.</summary>
    internal bool WaitsForInput { get; init; }

    /// <summary>Of a suspended run: whether a child has to end.</summary>
    internal bool WaitsForChild { get; init; }

    /// <summary>Of a diverged run.</summary>
    internal ReplayDivergenceException? Divergence { get; init; }
}
