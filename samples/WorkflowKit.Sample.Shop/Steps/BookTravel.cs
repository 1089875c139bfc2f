using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Books a flight, a hotel, a car or a train pass.</summary>
[Step("travel.book", Name = "Book travel", Description = "Books a flight, a hotel, a car or a train pass.")]
public sealed class BookTravel(ShopClient shop) : IStep<BookTravel.Input, BookTravel.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string Kind, string City, string Traveller, int Nights = 1);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string BookingId, double Price);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>($"bookings/{input.Kind}?city={Uri.EscapeDataString(input.City)}", input, context.IdempotencyKey, cancellationToken);
}
