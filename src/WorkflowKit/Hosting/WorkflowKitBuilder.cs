using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;
using WorkflowKit.Steps;
using WorkflowKit.Stores;

namespace WorkflowKit;

/// <summary>
/// Says what a host's workflows are made of. Valid inside the callback of <c>AddWorkflowKit</c> only; not thread-safe. Other packages add to it
/// with extension methods over <see cref="Services"/>.
/// </summary>
public sealed class WorkflowKitBuilder : IWorkflowKitBuilder
{
    private readonly IServiceCollection _services;
    private bool _isDone;

    internal WorkflowKitBuilder(IServiceCollection services) => _services = services;

    /// <summary>The host's services.</summary>
    /// <exception cref="InvalidOperationException"><c>AddWorkflowKit</c> has returned already.</exception>
    public IServiceCollection Services => _isDone
        ? throw new InvalidOperationException("AddWorkflowKit has returned, so this builder changes nothing any more. Say everything inside its callback, or call AddWorkflowKit once more.")
        : _services;

    /// <summary>Adds a step class. Adding it twice does no more than adding it once.</summary>
    /// <typeparam name="TStep">A public class with <see cref="StepAttribute"/> that implements <see cref="IStep{TInput, TOutput}"/> once.</typeparam>
    /// <exception cref="StepRegistrationException">The class cannot serve as a step; the message says what to change.</exception>
    public WorkflowKitBuilder AddStep<TStep>()
        where TStep : class => Add(StepRegistration.Of(typeof(TStep)));

    /// <summary>Adds every public step class of an assembly.</summary>
    /// <typeparam name="T">Any type of the assembly.</typeparam>
    /// <exception cref="StepRegistrationException">A class carries <see cref="StepAttribute"/> but cannot serve as a step.</exception>
    public WorkflowKitBuilder AddStepsFromAssemblyContaining<T>() => AddStepsFromAssembly(typeof(T).Assembly);

    /// <summary>Adds every public step class of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="StepRegistrationException">A class carries <see cref="StepAttribute"/> but cannot serve as a step.</exception>
    public WorkflowKitBuilder AddStepsFromAssembly(Assembly assembly)
    {
        foreach (var registration in StepRegistration.FromAssembly(assembly))
            Add(registration);
        return this;
    }

    /// <summary>Adds a source of users' connections. There may be several: the first that knows a provider is asked.</summary>
    /// <typeparam name="TProvider">The source; the host's container makes one.</typeparam>
    public WorkflowKitBuilder AddConnections<TProvider>()
        where TProvider : class, IConnectionProvider
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConnectionProvider, TProvider>());
        return this;
    }

    /// <summary>Keeps definitions as <c>*.workflow.json</c> files in a folder, and picks up what people change there.</summary>
    /// <param name="folder">The folder; it is made where it does not exist.</param>
    public WorkflowKitBuilder AddDefinitions(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Services.Replace(ServiceDescriptor.Singleton<IDefinitionStore>(provider => new FolderDefinitionStore(
            folder, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<FolderDefinitionStore>>())));
        return this;
    }

    /// <summary>Keeps definitions in a store of the host's. The last store that is named counts.</summary>
    /// <typeparam name="TStore">The store; the host's container makes one.</typeparam>
    public WorkflowKitBuilder UseDefinitionStore<TStore>()
        where TStore : class, IDefinitionStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IDefinitionStore, TStore>());
        return this;
    }

    /// <summary>Keeps executions in a store of the host's. The last store that is named counts.</summary>
    /// <typeparam name="TStore">The store; the host's container makes one.</typeparam>
    public WorkflowKitBuilder UseExecutionStore<TStore>()
        where TStore : class, IExecutionStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IExecutionStore, TStore>());
        return this;
    }

    /// <summary>Changes the engine's limits.</summary>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public WorkflowKitBuilder ConfigureEngine(Action<WorkflowEngineOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Changes how definitions are compiled.</summary>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public WorkflowKitBuilder ConfigureCompiler(Action<WorkflowCompilerOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Changes what a definition may be at most.</summary>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public WorkflowKitBuilder ConfigureDefinitions(Action<DefinitionLimits> configure)
    {
        Services.Configure(configure);
        return this;
    }

    internal void Close() => _isDone = true;

    private WorkflowKitBuilder Add(StepRegistration registration)
    {
        // The catalogue would find it too, but only when somebody asks for it; here the stack trace still shows the line that is wrong.
        RegistrationRules.Check(registration);
        Services.AddSingleton(registration);
        return this;
    }
}
