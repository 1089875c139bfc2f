namespace WorkflowKit.Testing.Tests.Support;

/// <summary>A step that runs itself.</summary>
[Step("shop.ship")]
public sealed class Ship : IStep<Ship.Input, Ship.Output>
{
    public sealed record Input(string Sku);

    public sealed record Output(string Tracking);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output($"T-{input.Sku}"));
}
