namespace WorkflowKit.Tests.Runs.Support;

/// <summary>The one activity of these tests: what it does is the script's business.</summary>
[Step("test.call")]
public sealed class Call(Script script) : IStep<Call.Input, Call.Output>
{
    public sealed record Input(string Value);

    public sealed record Output(string Value);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        script.RunAsync(input, context, cancellationToken);
}
