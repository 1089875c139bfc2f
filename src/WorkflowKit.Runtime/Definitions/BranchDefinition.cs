namespace WorkflowKit.Definitions;

/// <summary>One branch of a <c>parallel</c> step.</summary>
public sealed class BranchDefinition
{
    /// <summary>The whole branch in the source.</summary>
    public required SourceValue Source { get; init; }

    /// <summary>The identifier, unique in the step; the member of the step's output.</summary>
    public required string Id { get; init; }

    /// <summary>CEL; false skips the branch.</summary>
    public SourceValue? If { get; init; }

    /// <summary>The steps of the branch.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];
}
