namespace WorkflowKit.Definitions;

/// <summary><c>return</c>: ends the run as completed; <see cref="StepDefinition.With"/> is its output.</summary>
public sealed class ReturnDefinition : StepDefinition
{
    internal ReturnDefinition(StepHead head)
        : base(head)
    {
    }
}
