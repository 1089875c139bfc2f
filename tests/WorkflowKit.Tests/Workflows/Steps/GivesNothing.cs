namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Breaks its promise to give something.</summary>
[Step("test.givesNothing")]
public sealed class GivesNothing : IStep<GivesNothing.Input, GivesNothing.Output>
{
    public sealed record Input;

    public sealed record Output(string Text);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new((Output)null!);
}
