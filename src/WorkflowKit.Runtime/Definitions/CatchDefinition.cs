namespace WorkflowKit.Definitions;

/// <summary>One <c>catch</c> of a <c>try</c> step.</summary>
public sealed class CatchDefinition
{
    /// <summary>The whole clause in the source.</summary>
    public required SourceValue Source { get; init; }

    /// <summary>CEL over <c>error</c>; <see langword="null"/>: every failure.</summary>
    public SourceValue? When { get; init; }

    /// <summary>The steps of the clause.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];
}
