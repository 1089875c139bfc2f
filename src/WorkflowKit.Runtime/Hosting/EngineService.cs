using Microsoft.Extensions.Hosting;
using WorkflowKit.Engine;

namespace WorkflowKit.Hosting;

/// <summary>Starts the engine with the host, so that it takes up what an earlier one left, and stops it before the host's other services go.</summary>
internal sealed class EngineService(ExecutionEngine engine) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => engine.EnsureStartedAsync().AsTask();

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
