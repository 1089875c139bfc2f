namespace WorkflowKit.Definitions;

/// <summary><c>parallel</c>: branches at the same time.</summary>
public sealed class ParallelDefinition : StepDefinition
{
    internal ParallelDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>The branches in source order.</summary>
    public IReadOnlyList<BranchDefinition> Branches { get; init; } = [];

    /// <summary>How many branches run at once; <see langword="null"/>: all.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>When the step ends, and how.</summary>
    public ParallelMode Mode { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [.. Branches.Select(branch => branch.Steps), .. base.InnerScopes];
}
