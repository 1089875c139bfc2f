using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace WorkflowKit;

/// <summary>A step class on its way into a <see cref="StepCatalogue"/>. Immutable.</summary>
public sealed class StepRegistration
{
    // What activation, schemas and the check for immutable values look at.
    internal const DynamicallyAccessedMemberTypes StepMembers = DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.Interfaces;
    internal const DynamicallyAccessedMemberTypes ValueMembers =
        DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields | DynamicallyAccessedMemberTypes.PublicMethods;

    private StepRegistration(
        [DynamicallyAccessedMembers(StepMembers)] Type stepType,
        [DynamicallyAccessedMembers(ValueMembers)] Type inputType,
        [DynamicallyAccessedMembers(ValueMembers)] Type outputType)
    {
        StepType = stepType;
        InputType = inputType;
        OutputType = outputType;
    }

    /// <summary>What stands for the attribute of a class that only declares a step type, for hosts that know no more of it; <see langword="null"/>: the class has its own.</summary>
    internal StepAttribute? Declared { get; private init; }

    [DynamicallyAccessedMembers(StepMembers)]
    internal Type StepType { get; }

    [DynamicallyAccessedMembers(ValueMembers)]
    internal Type InputType { get; }

    [DynamicallyAccessedMembers(ValueMembers)]
    internal Type OutputType { get; }

    /// <summary>A step class whose input and output are named too, so that trimming and NativeAOT keep what they need of them.</summary>
    /// <typeparam name="TStep">The class.</typeparam>
    /// <typeparam name="TInput">Its input.</typeparam>
    /// <typeparam name="TOutput">Its output.</typeparam>
    public static StepRegistration Of<
        [DynamicallyAccessedMembers(StepMembers)] TStep,
        [DynamicallyAccessedMembers(ValueMembers)] TInput,
        [DynamicallyAccessedMembers(ValueMembers)] TOutput>()
        where TStep : class, IStep<TInput, TOutput> => new(typeof(TStep), typeof(TInput), typeof(TOutput));

    /// <summary>A class that stands for a step type of which no more is known than what is said here.</summary>
    internal static StepRegistration Declare<
        [DynamicallyAccessedMembers(StepMembers)] TStep,
        [DynamicallyAccessedMembers(ValueMembers)] TInput,
        [DynamicallyAccessedMembers(ValueMembers)] TOutput>(StepAttribute attribute)
        where TStep : class, IStep<TInput, TOutput> => new(typeof(TStep), typeof(TInput), typeof(TOutput)) { Declared = attribute };

    /// <summary>A step class; input and output are read off its <see cref="IStep{TInput, TOutput}"/>.</summary>
    /// <param name="stepType">The class.</param>
    /// <exception cref="StepRegistrationException">The class implements no <see cref="IStep{TInput, TOutput}"/>, or several.</exception>
    [RequiresUnreferencedCode("Input and output types are found by reflection; name them with Of<TStep, TInput, TOutput>() where the host is trimmed.")]
    public static StepRegistration Of(Type stepType)
    {
        ArgumentNullException.ThrowIfNull(stepType);
        var contracts = stepType.GetInterfaces().Where(IsContract).ToList();
        return contracts switch
        {
            [var one] => new(stepType, one.GenericTypeArguments[0], one.GenericTypeArguments[1]),
            [] => throw new StepRegistrationException(stepType.ToString(), "it is not a step; let it implement IStep<TInput, TOutput>."),
            _ => throw new StepRegistrationException(
                stepType.ToString(), $"it implements IStep<TInput, TOutput> {contracts.Count} times; split it into one class for each."),
        };
    }

    /// <summary>All public, concrete classes of an assembly that carry a <see cref="StepAttribute"/>.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="StepRegistrationException">One of them is not a step, or implements several.</exception>
    [RequiresUnreferencedCode("The classes of an assembly are found by reflection; name each with Of<TStep, TInput, TOutput>() where the host is trimmed.")]
    public static IReadOnlyList<StepRegistration> FromAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return
        [
            .. assembly.GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsDefined(typeof(StepAttribute), inherit: false))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(Of),
        ];
    }

    private static bool IsContract(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IStep<,>);
}
