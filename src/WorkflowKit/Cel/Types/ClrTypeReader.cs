using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelTypes;

/// <summary>
/// Reads CEL types from .NET types, and keeps what it has read, so that a class is one type however often it comes. Safe to use from several threads.
/// </summary>
internal sealed class ClrTypeReader
{
    private static readonly Dictionary<Type, CelTypeKind> Scalars = new()
    {
        [typeof(bool)] = CelTypeKind.Bool,
        [typeof(sbyte)] = CelTypeKind.Int,
        [typeof(byte)] = CelTypeKind.Int,
        [typeof(short)] = CelTypeKind.Int,
        [typeof(ushort)] = CelTypeKind.Int,
        [typeof(int)] = CelTypeKind.Int,
        [typeof(long)] = CelTypeKind.Int,
        [typeof(uint)] = CelTypeKind.UInt,
        [typeof(ulong)] = CelTypeKind.UInt,
        [typeof(float)] = CelTypeKind.Double,
        [typeof(double)] = CelTypeKind.Double,
        [typeof(decimal)] = CelTypeKind.Decimal,
        [typeof(string)] = CelTypeKind.String,
        [typeof(char)] = CelTypeKind.String,
        [typeof(Guid)] = CelTypeKind.String,
        [typeof(Uri)] = CelTypeKind.String,
        [typeof(DateOnly)] = CelTypeKind.String,
        [typeof(TimeOnly)] = CelTypeKind.String,
        [typeof(byte[])] = CelTypeKind.Bytes,
        [typeof(ReadOnlyMemory<byte>)] = CelTypeKind.Bytes,
        [typeof(DateTime)] = CelTypeKind.Timestamp,
        [typeof(DateTimeOffset)] = CelTypeKind.Timestamp,
        [typeof(CelTimestamp)] = CelTypeKind.Timestamp,
        [typeof(TimeSpan)] = CelTypeKind.Duration,
        [typeof(CelDuration)] = CelTypeKind.Duration,
    };

    private const BindingFlags AnyMethod = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConditionalWeakTable<StepCatalogue, ClrTypeReader> Readers = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<Type, CelType> _known = [];
    private readonly Dictionary<Type, CelType> _outputs = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The reader that all definitions over a host's steps share: reflection takes longer than the rest of reading them.</summary>
    public static ClrTypeReader Of(StepCatalogue catalogue) => Readers.GetValue(catalogue, static _ => new ClrTypeReader());

    /// <summary>The type of a value that is not null.</summary>
    public CelType Read(Type clr)
    {
        lock (_gate)
            return ReadInside(clr);
    }

    /// <summary>The type of a property, its annotations about null included.</summary>
    public CelType ReadProperty(PropertyInfo property)
    {
        lock (_gate)
            return Read(property.PropertyType, _nullability.Create(property));
    }

    /// <summary>The type of what a step class gives, the annotations of its <c>ExecuteAsync</c> about null included.</summary>
    public CelType ReadOutput(Type step, Type output)
    {
        lock (_gate)
        {
            if (!_outputs.TryGetValue(step, out var type))
                _outputs[step] = type = ReadOutputInside(step, output);
            return type;
        }
    }

    private CelType ReadOutputInside(Type step, Type output)
    {
        var contract = step.GetInterfaces().Single(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IStep<,>));
        var method = step.GetInterfaceMap(contract).TargetMethods[0];
        var task = _nullability.Create(method.ReturnParameter);

        // Where a base class leaves the type open, its annotations are about the parameter, not about the type.
        var isOpen = method.DeclaringType is { IsGenericType: true } declaring && declaring.GetGenericTypeDefinition().GetMethods(AnyMethod)
            .Any(one => one.MetadataToken == method.MetadataToken && one.ReturnType.GenericTypeArguments is [{ IsGenericParameter: true }]);
        return isOpen || task.GenericTypeArguments is not [var given] || given.Type != output ? Read(output) : Read(output, given);
    }

    private CelType ReadInside(Type clr)
    {
        if (Nullable.GetUnderlyingType(clr) is { } underlying)
            return CelType.NullableOf(Read(underlying));
        if (!_known.TryGetValue(clr, out var type))
            _known[clr] = type = Make(clr, null);
        return type;
    }

    private CelType Read(Type clr, NullabilityInfo info)
    {
        // Of a generic type's inside, the annotations belong to this place and not to the type.
        var hasInside = clr != typeof(byte[]) && (info.ElementType is not null || info.GenericTypeArguments.Length > 0);
        var type = Nullable.GetUnderlyingType(clr) is { } underlying ? Read(underlying) : hasInside ? Make(clr, info) : Read(clr);
        return info.ReadState == NullabilityState.Nullable ? CelType.NullableOf(type) : type;
    }

    private CelType Make(Type clr, NullabilityInfo? info)
    {
        if (Scalars.TryGetValue(clr, out var kind))
            return new ScalarType(kind, clr);
        if (clr.IsEnum)
            return EnumType.Of(clr);
        if (IsDynamic(clr))
            return clr == typeof(CelValue) ? CelType.Dyn : new DynamicType(clr);
        if (DictionaryOf(clr) is [var key, var value])
        {
            var keyType = Read(key);
            return keyType.Kind is CelTypeKind.String or CelTypeKind.Int or CelTypeKind.UInt or CelTypeKind.Bool && keyType is ScalarType { IsCanonical: true }
                ? new MapType(keyType, Inside(value, info, 1), clr)
                : new DynamicType(clr);
        }

        if (ItemOf(clr) is { } item)
            return new ListType(Inside(item, info, 0), clr);
        return ObjectType.OfClass(clr, () => ObjectMembers.Of(clr, this));
    }

    private CelType Inside(Type clr, NullabilityInfo? info, int argument)
    {
        var inner = info is null ? null : info.ElementType ?? info.GenericTypeArguments.ElementAtOrDefault(argument);
        return inner is null || inner.Type != clr ? Read(clr) : Read(clr, inner);
    }

    private static bool IsDynamic(Type clr) =>
        clr == typeof(object) || clr == typeof(JsonElement) || clr == typeof(JsonDocument) || clr == typeof(CelValue)
        || typeof(JsonNode).IsAssignableFrom(clr);

    private static Type? ItemOf(Type clr)
    {
        if (clr.IsArray)
            return clr.GetArrayRank() == 1 ? clr.GetElementType() : null;
        return typeof(IEnumerable).IsAssignableFrom(clr) ? Arguments(clr, typeof(IEnumerable<>))?[0] : null;
    }

    private static Type[]? DictionaryOf(Type clr) =>
        Arguments(clr, typeof(IReadOnlyDictionary<,>)) ?? Arguments(clr, typeof(IDictionary<,>));

    private static Type[]? Arguments(Type clr, Type definition) => clr.GetInterfaces().Append(clr)
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition)?.GetGenericArguments();
}
