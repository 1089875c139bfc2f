namespace WorkflowKit.Benchmarks.Serving;

/// <summary>A step that waits until the measurement lets it go on.</summary>
[Step("bench.gate")]
public sealed class Gate : IStep<Gate.Input, Gate.Output>
{
    private static TaskCompletionSource _open = New();

    /// <summary>Nothing.</summary>
    public sealed record Input;

    /// <summary>Nothing.</summary>
    public sealed record Output;

    internal static void Close() => _open = New();

    internal static void Open() => _open.SetResult();

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        await _open.Task.WaitAsync(cancellationToken);
        return new Output();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
