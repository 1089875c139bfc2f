using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.CelTypes;

/// <summary>The members that a .NET class shows: its public properties under their JSON names, as the host's serializer would write them.</summary>
internal static class ObjectMembers
{
    public static IReadOnlyList<ObjectMember> Of(Type clr, ClrTypeReader types)
    {
        var parameters = ParametersOf(clr);
        return [.. PropertiesOf(clr).Select(property => Describe(property, parameters, types))];
    }

    /// <summary>The constructor that makes the class from its members; <see langword="null"/>: the one without parameters.</summary>
    public static ConstructorInfo? ConstructorOf(Type clr)
    {
        var constructors = clr.GetConstructors();
        return constructors.FirstOrDefault(c => c.GetCustomAttribute<JsonConstructorAttribute>() is not null)
            ?? (clr.IsValueType || constructors.Any(c => c.GetParameters().Length == 0)
                ? null
                : constructors.OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => Fits(clr, c)));
    }

    private static bool Fits(Type clr, ConstructorInfo constructor) => constructor.GetParameters().All(
        parameter => parameter.Name is { } name && clr.GetProperties().Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)));

    private static ParameterInfo[] ParametersOf(Type clr) =>
        (ConstructorOf(clr) ?? ValueTypeConstructor(clr))?.GetParameters() ?? [];

    // A positional record struct has its constructor beside the one without parameters.
    private static ConstructorInfo? ValueTypeConstructor(Type clr) => clr.IsValueType
        ? clr.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => c.GetParameters().Length > 0 && Fits(clr, c))
        : null;

    private static IEnumerable<PropertyInfo> PropertiesOf(Type clr) => clr.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract" && p.GetMethod?.IsPublic == true)
        .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
        .GroupBy(p => p.Name).Select(hidden => hidden.OrderByDescending(p => Inheritance(p.DeclaringType)).First())
        .OrderBy(p => Inheritance(p.DeclaringType)).ThenBy(p => p.MetadataToken);

    private static int Inheritance(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType)
            depth++;
        return depth;
    }

    private static ObjectMember Describe(PropertyInfo property, ParameterInfo[] parameters, ClrTypeReader types)
    {
        var parameter = parameters.FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));
        var type = types.ReadProperty(property);
        var isMarked = property.GetCustomAttribute<RequiredMemberAttribute>() is not null || property.GetCustomAttribute<JsonRequiredAttribute>() is not null;
        var needed = parameter is not null ? !parameter.HasDefaultValue && type is not NullableType : isMarked;
        return new ObjectMember(NameOf(property), property.Name, type, needed)
        {
            Description = DescriptionOf(property) ?? DescriptionOf(parameter),
            CanSet = property.SetMethod?.IsPublic == true,
            Parameter = parameter?.Name,
            IsMarkedRequired = property.GetCustomAttribute<RequiredMemberAttribute>() is not null,
            HasDefault = parameter?.HasDefaultValue == true,
            DefaultValue = parameter?.HasDefaultValue == true ? parameter.DefaultValue : null,
            IsInitOnly = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true,
        };
    }

    private static string? DescriptionOf(ICustomAttributeProvider? declared) =>
        (declared?.GetCustomAttributes(inherit: true) ?? []).Select(attribute => attribute switch
        {
            DescriptionAttribute { Description.Length: > 0 } text => text.Description,
            DisplayAttribute display => display.GetDescription() ?? display.GetName(),
            _ => null,
        }).FirstOrDefault(text => text is not null);

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
