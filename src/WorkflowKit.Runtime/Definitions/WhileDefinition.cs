namespace WorkflowKit.Definitions;

/// <summary><c>while</c>: passes as long as a condition holds, tested before each.</summary>
public sealed class WhileDefinition : StepDefinition
{
    internal WhileDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>CEL; false ends the loop.</summary>
    public required SourceValue Condition { get; init; }

    /// <summary>The steps of one pass.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    /// <summary>The step fails when it would need more passes.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Whether the author gave the limit.</summary>
    public bool HasMaxIterations { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [Steps, .. base.InnerScopes];
}
