namespace WorkflowKit.Definitions;

/// <summary><c>input</c>: the run pauses until a person supplies data. <see cref="StepDefinition.With"/> holds title, message and schema.</summary>
public sealed class InputDefinition : StepDefinition
{
    internal InputDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>Steps where nobody answered in time; <see langword="null"/>: the step fails with code <c>timeout</c>.</summary>
    public IReadOnlyList<StepDefinition>? OnTimeout { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [.. OnTimeout is null ? [] : new[] { OnTimeout }, .. base.InnerScopes];
}
