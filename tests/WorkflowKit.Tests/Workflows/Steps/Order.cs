namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Gives an order of three lines.</summary>
[Step("test.order", Name = "Fetch an order")]
public sealed class Order : IStep<Order.Input, Order.Output>
{
    public sealed record Input(string Id);

    public sealed record Output(string Id, decimal Total, IReadOnlyList<OrderLine> Lines, Address? ShipTo);

    public sealed record OrderLine(string Sku, int Quantity);

    public sealed record Address(string City);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        new(new Output(input.Id, 120.50m, [new("pen", 2), new("ink", 1), new("cup", 4)], input.Id == "nowhere" ? null : new Address("Lisbon")));
}
