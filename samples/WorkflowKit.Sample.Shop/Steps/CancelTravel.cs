using Microsoft.Extensions.Logging;
using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Cancels a booking.</summary>
[Step("travel.cancel", Name = "Cancel travel", Description = "Cancels a booking.")]
public sealed partial class CancelTravel(ShopClient shop) : IStep<CancelTravel.Input, CancelTravel.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string BookingId);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string Cancelled);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        LogCancelling(context.Logger, input.BookingId);
        await shop.DeleteAsync($"bookings/{Uri.EscapeDataString(input.BookingId)}", cancellationToken);
        return new Output(input.BookingId);
    }

    [LoggerMessage(LogLevel.Information, "Cancelling {BookingId}")]
    private static partial void LogCancelling(ILogger logger, string bookingId);
}
