namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Gives back what it is given, and writes it into the journal.</summary>
[Step("test.echo", Name = "Echo")]
public sealed class Echo(Journal journal) : IStep<Echo.Input, Echo.Output>
{
    public sealed record Input(string Text);

    public sealed record Output(string Text);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        journal.Write(input.Text);
        return new(new Output(input.Text));
    }
}
