using System.Reflection;
using System.Text.RegularExpressions;

namespace WorkflowKit.Steps;

/// <summary>What a class must be to serve as a step.</summary>
internal static partial class RegistrationRules
{
    /// <exception cref="StepRegistrationException">The class breaks a rule.</exception>
    internal static StepAttribute Check(StepRegistration registration)
    {
        var type = registration.StepType;
        StepRegistrationException Refuse(string why) => new(type.ToString(), why);

        if ((registration.Declared ?? type.GetCustomAttribute<StepAttribute>(inherit: false)) is not { } attribute)
            throw Refuse("it has no [Step]; name it, such as [Step(\"billing.charge\")].");
        if (attribute.Type is null || !DottedType().IsMatch(attribute.Type))
            throw Refuse($"'{attribute.Type}' is no step type; write words with dots between them, such as \"billing.charge\".");
        if (type.IsAbstract || type.ContainsGenericParameters)
            throw Refuse("it is abstract or an open generic class; register a class that can be made.");
        if (registration.Declared is null && !type.IsVisible) throw Refuse("it is not public (or stands in a type that is not); compiled workflows could not name it.");
        if (!registration.InputType.IsVisible) throw Refuse($"its input {registration.InputType} is not public; compiled workflows could not make one.");
        if (!registration.OutputType.IsVisible) throw Refuse($"its output {registration.OutputType} is not public; compiled workflows could not read it.");
        if (type.GetConstructors().Length == 0) throw Refuse("it has no public constructor; give it one.");
        return attribute;
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_-]*(\.[a-zA-Z][a-zA-Z0-9_-]*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex DottedType();
}
