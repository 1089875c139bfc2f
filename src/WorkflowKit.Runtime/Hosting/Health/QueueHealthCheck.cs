using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowKit.Engine;

namespace WorkflowKit.Hosting;

/// <summary>Whether there is room for executions that start.</summary>
internal sealed class QueueHealthCheck(IServiceProvider services) : EngineHealthCheck(services)
{
    protected override ValueTask<HealthCheckResult> CheckAsync(EngineCore core, WorkflowHealthOptions options, HealthStatus failure, CancellationToken cancellationToken)
    {
        var (waiting, places) = (core.Desk.Waiting, core.Options.MaxQueuedExecutions);
        // A host without a queue takes what it can run at once.
        var isFull = waiting >= places && (places > 0 || core.Desk.Free == 0);
        var share = places > 0 ? (double)waiting / places : isFull ? 1 : 0;
        var data = new Dictionary<string, object>
        {
            ["waiting"] = waiting,
            ["maxQueued"] = places,
            ["share"] = share,
            ["running"] = core.Desk.Running,
            ["maxConcurrent"] = core.Options.MaxConcurrentExecutions,
        };
        var result = core.IsStopping ? new HealthCheckResult(failure, "The engine stops: it starts no executions any more.", null, data)
            : isFull ? new HealthCheckResult(failure, $"The queue is full: {waiting} executions wait for their turn, and others that start are refused.", null, data)
            : share > options.DegradedQueueShare ? HealthCheckResult.Degraded($"The queue is nearly full: {waiting} of {places} places are taken.", null, data)
            : HealthCheckResult.Healthy("The queue has room.", data);
        return new(result);
    }
}
