namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Adds two numbers.</summary>
[Step("test.add")]
public sealed class Add : IStep<Add.Input, Add.Output>
{
    public sealed record Input
    {
        public required long A { get; init; }

        public long B { get; init; } = 1;
    }

    public sealed record Output(long Sum);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        new(new Output(input.A + input.B));
}
