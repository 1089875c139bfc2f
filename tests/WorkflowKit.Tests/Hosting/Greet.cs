namespace WorkflowKit.Tests.Hosting;

/// <summary>Greets somebody.</summary>
[Step("test.greet", Name = "Greet")]
public sealed class Greet : IStep<Greet.Input, Greet.Output>
{
    public sealed record Input(string Name);

    public sealed record Output(string Text);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output($"Hello, {input.Name}!"));
}
