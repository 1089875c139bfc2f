using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using WorkflowKit.Engine;

namespace WorkflowKit.Hosting;

/// <summary>A look at a part of the engine. What cannot be looked at is not healthy.</summary>
internal abstract class EngineHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        try
        {
            var core = services.GetRequiredService<ExecutionEngine>().Core;
            var options = services.GetRequiredService<IOptions<WorkflowHealthOptions>>().Value;
            return await CheckAsync(core, options, failure, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, $"The engine cannot be looked at: {error.Message}", error);
        }
    }

    /// <param name="core">The engine.</param>
    /// <param name="options">What counts as healthy.</param>
    /// <param name="failure">What the host calls what is not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    protected abstract ValueTask<HealthCheckResult> CheckAsync(EngineCore core, WorkflowHealthOptions options, HealthStatus failure, CancellationToken cancellationToken);
}
