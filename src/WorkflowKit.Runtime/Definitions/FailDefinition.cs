namespace WorkflowKit.Definitions;

/// <summary><c>fail</c>: ends the run as failed, or enters the enclosing <c>catch</c>.</summary>
public sealed class FailDefinition : StepDefinition
{
    internal FailDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>What went wrong, a template.</summary>
    public required SourceValue Message { get; init; }

    /// <summary>A code for <c>catch</c> and for people, a template.</summary>
    public SourceValue? Code { get; init; }
}
