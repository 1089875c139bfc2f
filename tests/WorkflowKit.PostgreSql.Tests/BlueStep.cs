namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A step that only some hosts have.</summary>
[Step("test.blue")]
public sealed class BlueStep : IStep<BlueStep.Input, BlueStep.Output>
{
    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output("blue"));

    public sealed record Input;

    public sealed record Output(string Colour);
}
