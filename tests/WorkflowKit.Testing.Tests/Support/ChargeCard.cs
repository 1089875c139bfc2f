namespace WorkflowKit.Testing.Tests.Support;

/// <summary>A step with a service that no test registers.</summary>
[Step("billing.charge")]
public sealed class ChargeCard(IBank bank) : IStep<ChargeCard.Input, ChargeCard.Output>
{
    public sealed record Input(decimal Amount, string Currency);

    public sealed record Output(string ChargeId);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(await bank.ChargeAsync(input.Amount));
}

public interface IBank
{
    Task<string> ChargeAsync(decimal amount);
}
