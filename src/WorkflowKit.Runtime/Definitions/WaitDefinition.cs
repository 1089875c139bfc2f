namespace WorkflowKit.Definitions;

/// <summary><c>wait</c>: a durable timer. One of the two members is set.</summary>
public sealed class WaitDefinition : StepDefinition
{
    /// <summary>How long: an ISO-8601 duration, or CEL that gives one.</summary>
    public SourceValue? For { get; init; }

    /// <summary>Until when: an RFC 3339 timestamp, or CEL that gives one.</summary>
    public SourceValue? Until { get; init; }
}
