using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using WorkflowKit.Hosting;

namespace WorkflowKit;

/// <summary>Puts what a host's workflows need into its health checks.</summary>
public static class WorkflowKitHealthChecksBuilderExtensions
{
    private static readonly string[] DefaultTags = ["ready"];

    /// <summary>
    /// Adds three checks: <c>workflowkit-store</c> (the execution store answers in time), <c>workflowkit-queue</c> (there is room for executions that start),
    /// and <c>workflowkit-heartbeat</c> (the lease of the executions in hand is renewed in time). Each has its numbers in its data, and throws nothing but
    /// the asker's own cancellation. Adding them twice does no more than adding them once.
    /// </summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <param name="tags">The checks' tags. Default <c>ready</c>: a host that fails them should not be sent work, but need not be restarted.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddWorkflowKit(this IHealthChecksBuilder builder, Action<WorkflowHealthOptions>? configure = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null) services.Configure(configure);
        if (services.Any(static service => service.ServiceType == typeof(StoreHealthCheck))) return builder;
        services.AddOptions<WorkflowHealthOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkflowHealthOptions>, WorkflowHealthOptionsValidator>());
        services.AddSingleton(static provider => new StoreHealthCheck(provider));
        var named = (tags ?? DefaultTags).ToArray();
        return builder
            .Add(new HealthCheckRegistration("workflowkit-store", static provider => provider.GetRequiredService<StoreHealthCheck>(), failureStatus: null, named))
            .Add(new HealthCheckRegistration("workflowkit-queue", static provider => new QueueHealthCheck(provider), failureStatus: null, named))
            .Add(new HealthCheckRegistration("workflowkit-heartbeat", static provider => new HeartbeatHealthCheck(provider), failureStatus: null, named));
    }
}
