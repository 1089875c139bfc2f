using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowKit;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Hosting;
using WorkflowKit.Registry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts WorkflowKit into a host's container.</summary>
public static class WorkflowKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds everything that saving, compiling and running workflows takes: <see cref="IWorkflowRegistry"/>, <see cref="IExecutionEngine"/>,
    /// <see cref="IWorkflowCompiler"/>, <see cref="IWorkflowLanguageService"/> and <see cref="StepCatalogue"/>. In a host that runs hosted services the
    /// engine starts and stops with it; in a bare container it starts when it is first used, and so does the watching of a folder of definitions. The
    /// clock, the loggers and whatever else the host has registered itself stays. It may be called more than once: what is said adds up.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says what the host's workflows are made of; valid until this method returns.</param>
    /// <exception cref="StepRegistrationException">A class cannot serve as a step; the message says what to change.</exception>
    /// <exception cref="PlatformNotSupportedException">The host cannot load code at run time; the message names the way for such hosts.</exception>
    public static IServiceCollection AddWorkflowKit(this IServiceCollection services, Action<WorkflowKitBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        DynamicCode.Require();

        services.AddWorkflowKitRuntime();
        services.AddOptions<WorkflowCompilerOptions>().ValidateOnStart();
        services.AddOptions<DefinitionLimits>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkflowCompilerOptions>, WorkflowCompilerOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DefinitionLimits>, DefinitionLimitsValidator>());
        services.TryAddSingleton<IDefinitionStore, InMemoryDefinitionStore>();
        services.TryAddSingleton(CompilerParts.Create);
        services.TryAddSingleton<IWorkflowCompiler>(static provider => provider.GetRequiredService<CompilerParts>().Compiler);
        services.TryAddSingleton(CreateRegistry);
        services.TryAddSingleton(CreateWatcher);
        services.TryAddSingleton(UseRegistry);
        services.TryAddSingleton<IWorkflowLanguageService>(LanguageServiceParts.Create);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CompilerService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DefinitionWatcher>(static provider => provider.GetRequiredService<DefinitionWatcher>()));

        var builder = new WorkflowKitBuilder(services);
        configure?.Invoke(builder);
        builder.Close();
        return services;
    }

    private static WorkflowRegistry CreateRegistry(IServiceProvider provider) => new(
        provider.GetRequiredService<IDefinitionStore>(),
        provider.GetRequiredService<IWorkflowCompiler>(),
        provider.GetRequiredService<IOptions<DefinitionLimits>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        LoggerOf<WorkflowRegistry>(provider));

    private static IWorkflowRegistry UseRegistry(IServiceProvider provider)
    {
        // Starting only queues the work, and a host that starts it too starts nothing twice. What is in memory alone changes through the registry.
        if (provider.GetRequiredService<IDefinitionStore>() is not InMemoryDefinitionStore)
            _ = provider.GetRequiredService<DefinitionWatcher>().StartAsync(CancellationToken.None);
        return provider.GetRequiredService<WorkflowRegistry>();
    }

    private static DefinitionWatcher CreateWatcher(IServiceProvider provider) => new(
        provider.GetRequiredService<WorkflowRegistry>(),
        provider.GetRequiredService<IDefinitionStore>(),
        provider.GetRequiredService<TimeProvider>(),
        LoggerOf<DefinitionWatcher>(provider));

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
