namespace WorkflowKit.AspNetCore.Tests.Documentation;

/// <summary>The step that the pages speak of.</summary>
[Step("demo.greet")]
public sealed class Greet : IStep<Greet.Input, Greet.Output>
{
    public sealed record Input(string Name);

    public sealed record Output(string Greeting);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output($"Hello, {input.Name}"));
}
