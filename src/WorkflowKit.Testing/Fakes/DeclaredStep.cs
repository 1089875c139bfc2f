namespace WorkflowKit.Testing.Fakes;

/// <summary>Stands for a step class that the test does not know: its input and output are all there is of it.</summary>
internal sealed class DeclaredStep<TInput, TOutput> : IStep<TInput, TOutput>
{
    public ValueTask<TOutput> ExecuteAsync(TInput input, StepContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A declared step runs in a WorkflowTestHost only.");
}
