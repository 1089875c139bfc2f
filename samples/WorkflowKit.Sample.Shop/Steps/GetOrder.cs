using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Reads one order.</summary>
[Step("shop.getOrder", Name = "Get order", Description = "Reads one order.")]
public sealed class GetOrder(ShopClient shop) : IStep<GetOrder.Input, GetOrder.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string OrderId);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string Id, string Customer, string Email, double Total, IReadOnlyList<Line> Lines);

    /// <summary>One line of an order.</summary>
    public sealed record Line(string Sku, int Quantity);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>($"orders/{Uri.EscapeDataString(input.OrderId)}", cancellationToken);
}
