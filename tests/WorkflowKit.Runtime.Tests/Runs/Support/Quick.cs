namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A step without services, input and output of plain values: the short way.</summary>
[Step("test.quick")]
public sealed class Quick : IStep<Quick.Input, Quick.Output>
{
    public sealed record Input(int Value);

    public sealed record Output(int Value);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output(input.Value + 1));
}
