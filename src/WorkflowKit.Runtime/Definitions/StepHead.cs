namespace WorkflowKit.Definitions;

/// <summary>The members that every kind of step has, as <see cref="StepDefinition"/> explains them.</summary>
internal sealed record StepHead(SourceValue Source, string Id, SourceValue IdSource, string Type, SourceValue TypeSource)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public SourceValue? With { get; init; }

    public SourceValue? If { get; init; }

    public IReadOnlyList<SourceValue>? After { get; init; }

    public SourceValue? Connection { get; init; }

    public RetryDefinition? Retry { get; init; }

    public TimeSpan? Timeout { get; init; }

    public SourceValue? TimeoutSource { get; init; }

    public SourceValue? Resilience { get; init; }

    public bool ContinueOnError { get; init; }

    public IReadOnlyList<StepDefinition> Compensate { get; init; } = [];
}
