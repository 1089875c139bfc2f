using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Charges a card.</summary>
[Step("billing.charge", Name = "Charge card", Description = "Charges a card.")]
public sealed class ChargeCard(ShopClient shop) : IStep<ChargeCard.Input, ChargeCard.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(decimal Amount, string Currency, string Reference);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string ChargeId);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("charges", input, context.IdempotencyKey, cancellationToken);
}
