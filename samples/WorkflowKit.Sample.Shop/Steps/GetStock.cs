using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Says how many pieces of a product are on hand.</summary>
[Step("shop.getStock", Name = "Get stock", Description = "Says how many pieces of a product are on hand.")]
public sealed class GetStock(ShopClient shop) : IStep<GetStock.Input, GetStock.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Sku);

    /// <summary>What it gives back.</summary>
    public sealed record Output(int OnHand);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>($"stock/{Uri.EscapeDataString(input.Sku)}", cancellationToken);
}
