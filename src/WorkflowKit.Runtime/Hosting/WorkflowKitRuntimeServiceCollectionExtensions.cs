using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.Registry;
using WorkflowKit.Engine;
using WorkflowKit.Hosting;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit;

/// <summary>Puts the engine into a host's container.</summary>
public static class WorkflowKitRuntimeServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine with an in-memory store, the step catalogue, and the service that starts and stops the engine with a generic host. What
    /// the host has registered itself stays. A registry is not among it: it comes with the compiler, or from workflows that were compiled into the host.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the engine's limits.</param>
    public static IServiceCollection AddWorkflowKitRuntime(this IServiceCollection services, Action<WorkflowEngineOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<WorkflowEngineOptions>().ValidateOnStart();
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkflowEngineOptions>, WorkflowEngineOptionsValidator>());

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IExecutionStore>(static provider => new InMemoryExecutionStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new StepCatalogue(provider.GetServices<StepRegistration>(), provider.GetService<JsonSerializerOptions>()));
        services.TryAddSingleton(CreateRunServices);
        services.TryAddSingleton(CreateEngine);
        services.TryAddSingleton<IExecutionEngine>(static provider => provider.GetRequiredService<ExecutionEngine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EngineService>());
        return services;
    }

    private static RunServices CreateRunServices(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WorkflowEngineOptions>>().Value;
        var connections = provider.GetServices<IConnectionProvider>().ToArray();
        return new RunServices
        {
            Catalogue = provider.GetRequiredService<StepCatalogue>(),
            Services = provider,
            Time = provider.GetRequiredService<TimeProvider>(),
            Loggers = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            Connections = connections.Length > 1 ? new ConnectionProviders(connections) : connections.FirstOrDefault(),
            Pipelines = provider.GetService<ResiliencePipelineProvider<string>>(),
            Limits = options.ForRuns(),
        };
    }

    private static ExecutionEngine CreateEngine(IServiceProvider provider) => new(
        provider.GetRequiredService<IExecutionStore>(),
        provider.GetRequiredService<IWorkflowRegistry>(),
        provider.GetRequiredService<RunServices>(),
        provider.GetRequiredService<IOptions<WorkflowEngineOptions>>().Value,
        provider.GetService<ICrashPoints>());
}
