namespace WorkflowKit.Definitions;

/// <summary><c>wait</c>: a durable timer. One of the two members is set.</summary>
public sealed class WaitDefinition : StepDefinition
{
    internal WaitDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>How long: an ISO-8601 duration, or CEL that gives one.</summary>
    public SourceValue? For { get; init; }

    /// <summary>Until when: an RFC 3339 timestamp, or CEL that gives one.</summary>
    public SourceValue? Until { get; init; }

    /// <summary>The duration, where <see cref="For"/> is a literal and no CEL.</summary>
    public TimeSpan? ForLiteral { get; init; }

    /// <summary>The moment, where <see cref="Until"/> is a literal and no CEL.</summary>
    public DateTimeOffset? UntilLiteral { get; init; }
}
