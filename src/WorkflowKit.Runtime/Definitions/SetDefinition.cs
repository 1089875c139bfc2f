namespace WorkflowKit.Definitions;

/// <summary><c>set</c>: evaluates <see cref="StepDefinition.With"/>; the value is the output.</summary>
public sealed class SetDefinition : StepDefinition
{
    internal SetDefinition(StepHead head)
        : base(head)
    {
    }
}
