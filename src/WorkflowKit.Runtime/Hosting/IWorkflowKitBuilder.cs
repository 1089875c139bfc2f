using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit;

/// <summary>Where packages add what they bring, such as a store: as extension methods over <see cref="Services"/>.</summary>
public interface IWorkflowKitBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }
}
