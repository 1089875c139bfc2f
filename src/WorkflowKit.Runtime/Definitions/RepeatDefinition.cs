namespace WorkflowKit.Definitions;

/// <summary><c>repeat</c>: passes until a condition holds, tested after each.</summary>
public sealed class RepeatDefinition : StepDefinition
{
    internal RepeatDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>CEL; true ends the loop.</summary>
    public required SourceValue Until { get; init; }

    /// <summary>The steps of one pass.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    /// <summary>The step fails when it would need more passes.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Whether the author gave the limit.</summary>
    public bool HasMaxIterations { get; init; }

    /// <summary>The pause between passes.</summary>
    public TimeSpan? Delay { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [Steps, .. base.InnerScopes];
}
