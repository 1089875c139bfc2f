using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Waits at a gate.</summary>
[Step("test.gate", Name = "Pass a gate")]
public sealed class PassGate(IServiceProvider services) : IStep<PassGate.Input, PassGate.Output>
{
    public sealed record Input(string Key);

    public sealed record Output(string Key);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<Gates>().WaitAsync(input.Key, cancellationToken);
        return new Output(input.Key);
    }
}
