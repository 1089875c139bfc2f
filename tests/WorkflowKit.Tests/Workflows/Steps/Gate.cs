namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Waits until the test opens its gate.</summary>
[Step("test.gate")]
public sealed class Gate(Gates gates, Journal journal) : IStep<Gate.Input, Gate.Output>
{
    public sealed record Input(string Name);

    public sealed record Output(string Name);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            await gates.PassAsync(input.Name, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            journal.Write($"{input.Name} cancelled");
            throw;
        }

        journal.Write(input.Name);
        return new Output(input.Name);
    }
}
