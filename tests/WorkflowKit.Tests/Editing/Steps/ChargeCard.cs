using System.ComponentModel;

namespace WorkflowKit.Tests.Editing.Steps;

[Step("billing.charge", Name = "Charge card", Description = "Charges a card.", Connection = "stripe")]
public sealed class ChargeCard : IStep<ChargeCard.Input, ChargeCard.Output>
{
    public enum Urgency
    {
        Low,
        High,
    }

    public sealed record Card([property: Description("The number on the card.")] string Number, int? Year = null);

    public sealed record Input([property: Description("How much.")] decimal Amount, string Currency, bool Capture = true, Urgency Urgency = Urgency.Low, Card? Card = null, IReadOnlyList<Card>? Others = null);

    public sealed record Output([property: Description("The id of the charge.")] string ChargeId, DateTimeOffset At, Urgency Urgency, string? Note);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Output("ch_1", DateTimeOffset.UnixEpoch, input.Urgency, null));
}
