using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Fails where a gate is closed.</summary>
[Step("test.demand", Name = "Demand an open gate")]
public sealed class DemandGate(IServiceProvider services) : IStep<DemandGate.Input, DemandGate.Output>
{
    public sealed record Input(string Key);

    public sealed record Output(string Key);

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
        services.GetRequiredService<Gates>().IsOpen(input.Key) ? new(new Output(input.Key)) : throw new StepException($"Gate {input.Key} is closed.", "gate_closed");
}
