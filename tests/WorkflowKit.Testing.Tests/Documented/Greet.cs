using WorkflowKit;

public interface IMail
{
    Task<string> SendAsync(string text, CancellationToken cancellationToken);
}

/// <summary>Greets a person by mail.</summary>
[Step("demo.greet", Name = "Greet")]
public sealed class Greet(IMail mail) : IStep<Greet.Input, Greet.Output>
{
    public sealed record Input(string Name);

    public sealed record Output(string Greeting);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        new(await mail.SendAsync($"Hello, {input.Name}!", cancellationToken));
}
