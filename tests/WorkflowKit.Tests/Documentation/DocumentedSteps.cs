namespace WorkflowKit.Tests.Documentation;

/// <summary>The steps of docs/diagnostics.md; nothing runs them.</summary>
public static class DocumentedSteps
{
    public sealed record Anything;

    public sealed record Money(decimal Amount, string Currency);

    public sealed record Pages(int Copies);

    public sealed record Sent(long Status);

    public sealed record Found(decimal Total, string Customer);

    public sealed record Booked(string Tracking);

    public abstract class Idle<TInput, TOutput> : IStep<TInput, TOutput>
    {
        public ValueTask<TOutput> ExecuteAsync(TInput input, StepContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Step("http.request")]
    public sealed class HttpRequest : Idle<Anything, Sent>;

    [Step("mail.send")]
    public sealed class MailSend : Idle<Anything, Sent>;

    [Step("shop.getOrder", Connection = "shopify")]
    public sealed class GetOrder : Idle<Anything, Found>;

    [Step("shop.bookParcel", Connection = "shopify")]
    public sealed class BookParcel : Idle<Anything, Booked>;

    [Step("billing.charge", Connection = "stripe", Idempotent = false)]
    public sealed class Charge : Idle<Money, Sent>;

    [Step("paper.print")]
    public sealed class Print : Idle<Pages, Sent>;

    [Step("custom.step", Connection = "paypall")]
    public sealed class Custom : Idle<Anything, Sent>;
}
