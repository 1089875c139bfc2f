using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkflowKit.Stores;

namespace WorkflowKit.Hosting;

/// <summary>How a database takes the place of the stores in memory.</summary>
internal static class StoreRegistration
{
    /// <summary>Executions go to the database; definitions do unless the host has named another place for them.</summary>
    internal static void UseStores(this IServiceCollection services, Func<IServiceProvider, IExecutionStore> executions, Func<IServiceProvider, IDefinitionStore> definitions)
    {
        services.Replace(ServiceDescriptor.Singleton(executions));
        var isNamed = services.Any(static service => service.ServiceType == typeof(IDefinitionStore) && service.ImplementationType != typeof(InMemoryDefinitionStore));
        if (!isNamed) services.Replace(ServiceDescriptor.Singleton(definitions));
    }
}
