namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A step that only some hosts have.</summary>
[Step("test.red")]
public sealed class RedStep : IStep<RedStep.Input, RedStep.Output>
{
    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output("red"));

    public sealed record Input;

    public sealed record Output(string Colour);
}
