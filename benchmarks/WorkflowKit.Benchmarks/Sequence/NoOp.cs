namespace WorkflowKit.Benchmarks.Sequence;

/// <summary>A step that does nothing: what is measured is everything around it.</summary>
[Step("bench.noop")]
public sealed class NoOp : IStep<NoOp.Input, NoOp.Output>
{
    private static readonly Output Done = new(1);

    /// <summary>Nothing of weight.</summary>
    /// <param name="Number">Any number.</param>
    public sealed record Input(long Number);

    /// <summary>Nothing of weight.</summary>
    /// <param name="Number">Any number.</param>
    public sealed record Output(long Number);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(Done);
}
