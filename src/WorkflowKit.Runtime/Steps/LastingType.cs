using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowKit.Steps;

/// <summary>
/// Whether values of a type can never change and are small: the log keeps such a value as it is and writes it when somebody asks. Any other is
/// written as JSON at once, because its JSON could be another one, too large or impossible later.
/// </summary>
internal sealed class LastingType
{
    /// <summary>The JSON of such a value is no larger: a character takes six bytes at most, and the rest of a record is small.</summary>
    internal const int MaxBytes = 128 * 1024;

    private const int MaxCharacters = 16 * 1024;

    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(decimal), typeof(char), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid),
    ];

    // Values of these that are equal have the same JSON; those of the others may differ in digits, kind or offset.
    private static readonly HashSet<Type> Exact =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(char), typeof(string), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid),
    ];

    private readonly bool _isLasting;
    private readonly Func<object, object?>[] _texts = [];

    internal LastingType([DynamicallyAccessedMembers(StepRegistration.ValueMembers)] Type type, JsonTypeInfo json)
    {
        if (IsPlain(type))
        {
            _isLasting = true;
            HasValueEquality = IsExact(type);
            return;
        }

        // Each member a field that nothing can set again, and each member in the JSON one of these: no code runs when it is written.
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        _isLasting = type is { IsSealed: true, IsArray: false } && json.Kind == JsonTypeInfoKind.Object
            && (type.BaseType == typeof(object) || type.BaseType == typeof(ValueType))
            && fields.All(static field => field.IsInitOnly && (IsPlain(field.FieldType) || field.FieldType == typeof(string)))
            && json.Properties.All(static property => property is { Get: not null, CustomConverter: null })
            && json.Properties.Count == fields.Length;
        HasValueEquality = _isLasting && fields.All(static field => IsExact(field.FieldType)) && ComparesAllFields(type);
        if (_isLasting) _texts = [.. json.Properties.Where(static property => property.PropertyType == typeof(string)).Select(static property => property.Get!)];
    }

    /// <summary>Whether two equal values of the type are the same to everybody who reads them.</summary>
    internal bool HasValueEquality { get; }

    internal bool Includes(object value)
    {
        if (!_isLasting) return false;
        var characters = 0;
        foreach (var text in _texts) characters += (text(value) as string)?.Length ?? 0;
        return characters <= MaxCharacters;
    }

    private static bool IsPlain(Type type) => type.IsEnum || Plain.Contains(type) || (Nullable.GetUnderlyingType(type) is { } inner && IsPlain(inner));

    private static bool IsExact(Type type) => type.IsEnum || Exact.Contains(type) || (Nullable.GetUnderlyingType(type) is { } inner && IsExact(inner));

    /// <summary>A record's equality, as the compiler wrote it; one that somebody wrote by hand may leave members out.</summary>
    private static bool ComparesAllFields([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type type) =>
        type.GetMethod(nameof(Equals), [type])?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ?? false;
}
