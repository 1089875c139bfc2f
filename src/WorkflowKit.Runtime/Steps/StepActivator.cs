using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Steps;

/// <summary>Makes instances of one step class; how is found out once.</summary>
internal sealed class StepActivator
{
    private readonly Func<object>? _plain;
    private readonly ObjectFactory? _injected;

    internal StepActivator([DynamicallyAccessedMembers(StepRegistration.StepMembers)] Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors is [var only] && only.GetParameters().Length == 0) _plain = PlainOf(only);
        else _injected = FactoryOf(type);
        IsDisposable = typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type);
        IsStateless = _plain is not null && !IsDisposable && HasNoFields(type);
    }

    /// <summary>Instances come from somebody else, who needs a scope for each and ends them.</summary>
    internal StepActivator(ObjectFactory factory) => _injected = factory;

    /// <summary>Called for each attempt: where code can be made at run time, as fast as <c>new</c>.</summary>
    private static Func<object> PlainOf(ConstructorInfo constructor)
    {
        if (RuntimeFeature.IsDynamicCodeCompiled) return Expression.Lambda<Func<object>>(Expression.New(constructor)).Compile();
        var invoker = ConstructorInvoker.Create(constructor);
        return () => invoker.Invoke();
    }

    /// <exception cref="StepRegistrationException">It is not clear which constructor to call.</exception>
    private static ObjectFactory FactoryOf([DynamicallyAccessedMembers(StepRegistration.StepMembers)] Type type)
    {
        try
        {
            return ActivatorUtilities.CreateFactory(type, []);
        }
        catch (InvalidOperationException)
        {
            throw new StepRegistrationException(type.ToString(), "it has several public constructors; keep one, or mark one with [ActivatorUtilitiesConstructor].");
        }
    }

    /// <summary>Whether the class takes services, so that each attempt needs a scope of its own.</summary>
    internal bool NeedsScope => _plain is null;

    /// <summary>Whether an instance has to be disposed after its attempt: no container knows of it.</summary>
    internal bool IsDisposable { get; }

    /// <summary>Whether instances have nothing of their own: no field, no end.</summary>
    internal bool IsStateless { get; }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that was trimmed away is one that nobody uses.")]
    private static bool HasNoFields(Type type) =>
        type.BaseType == typeof(object) && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length == 0;

    /// <summary>A new instance of a class that takes no services.</summary>
    internal object Create() => _plain!();

    internal object Create(IServiceProvider services) => _plain is null ? _injected!(services, null) : Create();
}
