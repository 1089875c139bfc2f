using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Books a parcel for one line of an order.</summary>
[Step("shop.bookParcel", Name = "Book parcel", Description = "Books a parcel for one line of an order.")]
public sealed class BookParcel(ShopClient shop) : IStep<BookParcel.Input, BookParcel.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Sku, int Quantity);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string Tracking);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("parcels", input, context.IdempotencyKey, cancellationToken);
}
