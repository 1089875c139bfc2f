namespace WorkflowKit.Definitions;

/// <summary><c>workflow</c>: a child execution; <see cref="StepDefinition.With"/> holds its inputs.</summary>
public sealed class ChildWorkflowDefinition : StepDefinition
{
    internal ChildWorkflowDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>The id of the workflow, a string value.</summary>
    public required SourceValue Workflow { get; init; }
}
