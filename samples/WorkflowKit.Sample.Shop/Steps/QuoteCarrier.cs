using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Asks a carrier for a price.</summary>
[Step("carrier.quote", Name = "Quote carrier", Description = "Asks a carrier for a price.")]
public sealed class QuoteCarrier(ShopClient shop) : IStep<QuoteCarrier.Input, QuoteCarrier.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Carrier, double Weight, string City);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string Carrier, double Price);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>(FormattableString.Invariant($"quotes/{Uri.EscapeDataString(input.Carrier)}?weight={input.Weight}"), cancellationToken);
}
