namespace WorkflowKit.Definitions;

/// <summary><c>try</c>: steps whose failure is caught.</summary>
public sealed class TryDefinition : StepDefinition
{
    internal TryDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>The guarded steps.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    /// <summary>The clauses in source order; the first that holds is taken.</summary>
    public IReadOnlyList<CatchDefinition> Catch { get; init; } = [];

    /// <summary>Steps that run in any case; <see langword="null"/> where the author gave none.</summary>
    public IReadOnlyList<StepDefinition>? Finally { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [Steps, .. Catch.Select(one => one.Steps), .. Finally is null ? [] : new[] { Finally }, .. base.InnerScopes];
}
