using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowKit.Engine;

namespace WorkflowKit.Hosting;

/// <summary>Whether this host keeps what it runs.</summary>
internal sealed class HeartbeatHealthCheck(IServiceProvider services) : EngineHealthCheck(services)
{
    protected override ValueTask<HealthCheckResult> CheckAsync(EngineCore core, WorkflowHealthOptions options, HealthStatus failure, CancellationToken cancellationToken)
    {
        var (lease, inHand) = (core.Store.LeaseDuration, core.Actors.Count);
        var data = new Dictionary<string, object> { ["executions"] = inHand, ["leaseSeconds"] = lease.TotalSeconds };
        if (inHand == 0 || core.Heartbeat.SinceRenewal is not { } since) return new(HealthCheckResult.Healthy("No execution is in hand, so no lease has to be renewed.", data));
        data["secondsSinceRenewal"] = since.TotalSeconds;
        var ago = FormattableString.Invariant($"The lease of {lease.TotalSeconds:0} s was renewed {since.TotalSeconds:0} s ago");
        var result = since >= lease ? new HealthCheckResult(failure, $"{ago}: other hosts may run its executions by now.", null, data)
            // Several beats in a row were missed by then.
            : since > lease / 2 ? HealthCheckResult.Degraded($"{ago}, which is late.", null, data)
            : HealthCheckResult.Healthy($"{ago}.", data);
        return new(result);
    }
}
