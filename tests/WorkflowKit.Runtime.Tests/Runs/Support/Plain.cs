namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A step without services that has to be disposed.</summary>
[Step("test.plain")]
public sealed class Plain : IStep<Scribe.Input, Scribe.Output>, IDisposable
{
    internal static int Disposed { get; set; }

    public ValueTask<Scribe.Output> ExecuteAsync(Scribe.Input input, StepContext context, CancellationToken cancellationToken) => new(new Scribe.Output());

    public void Dispose() => Disposed++;
}
