namespace WorkflowKit.Definitions;

/// <summary><c>switch</c>: the first case that holds.</summary>
public sealed class SwitchDefinition : StepDefinition
{
    internal SwitchDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>The cases in source order.</summary>
    public IReadOnlyList<CaseDefinition> Cases { get; init; } = [];

    /// <summary>The steps where no case holds; <see langword="null"/> where the author gave none.</summary>
    public IReadOnlyList<StepDefinition>? Default { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [.. Cases.Select(one => one.Steps), .. Default is null ? [] : new[] { Default }, .. base.InnerScopes];
}
