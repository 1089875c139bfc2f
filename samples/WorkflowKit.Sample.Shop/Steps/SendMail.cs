using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Steps;

/// <summary>Sends one mail.</summary>
[Step("mail.send", Name = "Send mail", Description = "Sends one mail.")]
public sealed class SendMail(ShopClient shop) : IStep<SendMail.Input, SendMail.Output>
{
    /// <summary>What the step is given.</summary>
    public sealed record Input(string To, string Subject, string Body);

    /// <summary>What it gives back.</summary>
    public sealed record Output(string MessageId);

    /// <inheritdoc/>
    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        await shop.PostAsync<Output>("mails", input, context.IdempotencyKey, cancellationToken);
}
