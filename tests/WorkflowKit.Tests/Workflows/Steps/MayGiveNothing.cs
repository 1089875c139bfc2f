namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Says that it may give null, and does.</summary>
[Step("test.mayGiveNothing")]
public sealed class MayGiveNothing : IStep<MayGiveNothing.Input, MayGiveNothing.Output?>
{
    public sealed record Input(string? Text = null);

    public sealed record Output(string Text);

    public ValueTask<Output?> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        new(input.Text is null ? null : new Output(input.Text));
}
