using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Pays money to a person.</summary>
[Step("billing.payOut", Name = "Pay out", Description = "Pays money to a person.")]
public sealed class PayOut(ShopClient shop) : IStep<PayOut.Input, PayOut.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string To, decimal Amount);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string PaymentId);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("payouts", input, context.IdempotencyKey, cancellationToken);
}
