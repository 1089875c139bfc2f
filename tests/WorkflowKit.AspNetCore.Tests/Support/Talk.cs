using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Says something while it runs: before a gate, and behind it.</summary>
[Step("test.talk", Name = "Talk")]
public sealed class Talk(IServiceProvider services) : IStep<Talk.Input, Talk.Output>
{
    public sealed record Input(string Key);

    public sealed record Output(string Key);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        var gates = services.GetRequiredService<Gates>();
        await gates.WaitAsync($"{input.Key}-1", cancellationToken);
        await context.ReportAsync("first", cancellationToken);
        await gates.WaitAsync($"{input.Key}-2", cancellationToken);
        await context.ReportAsync("second", cancellationToken);
        return new Output(input.Key);
    }
}
