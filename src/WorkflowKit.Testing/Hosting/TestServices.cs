using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Definitions;
using WorkflowKit.Runs;
using WorkflowKit.Steps;
using WorkflowKit.Stores;
using WorkflowKit.Testing.Fakes;

namespace WorkflowKit.Testing.Hosting;

/// <summary>Makes a test's services of a host's: stores in memory, the test's time, steps that are watched. What the host is made of stays.</summary>
internal static class TestServices
{
    internal static ServiceProvider Build(Action<WorkflowKitBuilder> configure, VirtualTime time)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddWorkflowKit(configure);

        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        services.Replace(ServiceDescriptor.Singleton<IExecutionStore>(new InMemoryExecutionStore(time)));
        services.TryAddSingleton<IConnectionProvider, FakedConnections>();
        services.AddSingleton<FakeTable>();
        services.AddSingleton(new StepJournal(time));
        services.Replace(ServiceDescriptor.Singleton(CreateCatalogue));
        // Steps under way at the end would be waited for, in a time that no longer passes.
        services.PostConfigure<WorkflowEngineOptions>(static options => options.ShutdownGrace = TimeSpan.Zero);
        TakeJitterOut(services);
        TakeDefinitionsOut(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static StepCatalogue CreateCatalogue(IServiceProvider provider) => new(
        provider.GetServices<StepRegistration>(), provider.GetService<JsonSerializerOptions>(), static registration => new StepActivator(Watching(registration)));

    private static ObjectFactory Watching(StepRegistration registration)
    {
        var stepType = RegistrationRules.Check(registration).Type;
        var activator = registration.Declared is null ? new StepActivator(registration.StepType) : null;
        var constructor = ConstructorInvoker.Create(typeof(WatchedStep<,>).MakeGenericType(registration.InputType, registration.OutputType).GetConstructors().Single());
        return (services, _) => constructor.Invoke(services, stepType, activator);
    }

    /// <summary>Tries come when the definition says, not a little earlier or later.</summary>
    private static void TakeJitterOut(IServiceCollection services)
    {
        var create = services.Last(static one => one.ServiceType == typeof(RunServices)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton(provider => (RunServices)create(provider) with { Random = static () => 1 }));
    }

    /// <summary>A folder of definitions is read, and never written to. Other stores are left alone: a test opens no database of the host's.</summary>
    private static void TakeDefinitionsOut(IServiceCollection services)
    {
        var named = services.Last(static one => one.ServiceType == typeof(IDefinitionStore));
        services.Replace(ServiceDescriptor.Singleton<IDefinitionStore, InMemoryDefinitionStore>());
        if (named.ImplementationType == typeof(InMemoryDefinitionStore)) return;
        services.AddSingleton(new DefinitionOrigin(provider => named.ImplementationInstance ?? named.ImplementationFactory?.Invoke(provider)));
    }
}
