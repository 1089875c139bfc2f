namespace WorkflowKit.Testing.Tests.Support;

/// <summary>A step that needs a connection.</summary>
[Step("chat.notify", Connection = "chat")]
public sealed class Notify : IStep<Notify.Input, Notify.Output>
{
    public sealed record Input(string Text);

    public sealed record Output(string Through);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output(context.Connection!.Provider));
}
