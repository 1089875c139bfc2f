namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A step without services that keeps something between two calls of the same instance.</summary>
[Step("test.counting")]
public sealed class Counting : IStep<Counting.Input, Counting.Output>
{
    private int _calls;

    public sealed record Input;

    public sealed record Output(int Calls);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output(++_calls));
}
