namespace WorkflowKit.Definitions;

/// <summary>A step that calls an activity of the step catalogue.</summary>
public sealed class ActivityDefinition : StepDefinition
{
    internal ActivityDefinition(StepHead head)
        : base(head)
    {
    }
}
