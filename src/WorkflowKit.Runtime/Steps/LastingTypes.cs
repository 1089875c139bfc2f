using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace WorkflowKit.Steps;

/// <summary>
/// Types whose values can never change and hold nothing but a few plain values: the log keeps them as they are. Anything else is written
/// as JSON at once, because its JSON could be another one, or too large, later.
/// </summary>
internal static class LastingTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double),
        typeof(decimal), typeof(char), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid),
    ];

    internal static bool Includes([DynamicallyAccessedMembers(StepRegistration.ValueMembers)] Type type) =>
        IsPlain(type) || (type is { IsSealed: true, IsArray: false } && type.BaseType is { } root && (root == typeof(object) || root == typeof(ValueType))
            && FieldsOf(type).All(field => field.IsInitOnly && IsPlain(field.FieldType)));

    private static FieldInfo[] FieldsOf([DynamicallyAccessedMembers(StepRegistration.ValueMembers)] Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static bool IsPlain(Type type) => type.IsEnum || Plain.Contains(type) || (Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner));
}
