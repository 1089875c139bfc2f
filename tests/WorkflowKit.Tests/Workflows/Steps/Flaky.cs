namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Fails a number of times, then succeeds.</summary>
[Step("test.flaky")]
public sealed class Flaky(Journal journal) : IStep<Flaky.Input, Flaky.Output>
{
    public sealed record Input(int Failures, string Text = "flaky");

    public sealed record Output(int Attempt);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        journal.Write($"{input.Text} {context.Attempt}");
        return context.Attempt <= input.Failures
            ? throw new InvalidOperationException($"Attempt {context.Attempt} failed.")
            : new(new Output(context.Attempt));
    }
}
