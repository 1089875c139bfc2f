using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Gives the money of a charge back.</summary>
[Step("billing.refund", Name = "Refund charge", Description = "Gives the money of a charge back.")]
public sealed class RefundCharge(ShopClient shop) : IStep<RefundCharge.Input, RefundCharge.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string ChargeId);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string RefundId);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("refunds", input, context.IdempotencyKey, cancellationToken);
}
