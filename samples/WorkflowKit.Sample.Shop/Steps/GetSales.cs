using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Sums up the last days.</summary>
[Step("shop.getSales", Name = "Get sales", Description = "Sums up the last days.")]
public sealed class GetSales(ShopClient shop) : IStep<GetSales.Input, GetSales.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(int Days);

    /// <summary>What it gives back.</summary>
    public sealed record Output(int Orders, double Revenue);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.GetAsync<Output>($"sales?days={input.Days}", cancellationToken);
}
