namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Needs a connection.</summary>
[Step("test.send", Name = "Send", Connection = "mail")]
public sealed class Send : IStep<Send.Input, Send.Output>
{
    public sealed record Input(string To);

    public sealed record Output(string Sender);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Output(context.Connection!.Values["account"]));
}
