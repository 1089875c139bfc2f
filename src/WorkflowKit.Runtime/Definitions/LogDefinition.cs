namespace WorkflowKit.Definitions;

/// <summary><c>log</c>: one line in the run's log.</summary>
public sealed class LogDefinition : StepDefinition
{
    internal LogDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>One of <c>trace</c>, <c>debug</c>, <c>information</c>, <c>warning</c>, <c>error</c>.</summary>
    public string Level { get; init; } = "information";

    /// <summary>The line, a template.</summary>
    public required SourceValue Message { get; init; }
}
