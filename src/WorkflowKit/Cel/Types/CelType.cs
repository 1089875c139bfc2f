using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelTypes;

/// <summary>The type of an expression: what CEL calls it, and which C# type holds its values in emitted code. Immutable.</summary>
internal abstract class CelType(CelTypeKind kind)
{
    public CelTypeKind Kind { get; } = kind;

    /// <summary>The name in messages: CEL's own, such as <c>list(string)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether its C# type is a value type, so that its nullable form is another type.</summary>
    public abstract bool IsValueType { get; }

    /// <summary>The C# type that holds its values.</summary>
    public abstract Code Spell(TypeSpelling types);

    public static CelType Error { get; } = new PlainType(CelTypeKind.Error, "error", typeof(CelValue));

    public static CelType Dyn { get; } = new PlainType(CelTypeKind.Dyn, "dyn", typeof(CelValue));

    public static CelType Null { get; } = new PlainType(CelTypeKind.Null, "null", typeof(CelValue));

    public static CelType Bool { get; } = new ScalarType(CelTypeKind.Bool, typeof(bool));

    public static CelType Int { get; } = new ScalarType(CelTypeKind.Int, typeof(long));

    public static CelType UInt { get; } = new ScalarType(CelTypeKind.UInt, typeof(ulong));

    public static CelType Double { get; } = new ScalarType(CelTypeKind.Double, typeof(double));

    public static CelType Decimal { get; } = new ScalarType(CelTypeKind.Decimal, typeof(decimal));

    public static CelType String { get; } = new ScalarType(CelTypeKind.String, typeof(string));

    public static CelType Bytes { get; } = new ScalarType(CelTypeKind.Bytes, typeof(ReadOnlyMemory<byte>));

    public static CelType Timestamp { get; } = new ScalarType(CelTypeKind.Timestamp, typeof(CelTimestamp));

    public static CelType Duration { get; } = new ScalarType(CelTypeKind.Duration, typeof(CelDuration));

    public static CelType Type { get; } = new PlainType(CelTypeKind.Type, "type", typeof(CelValue));

    public static CelType ListOf(CelType item) => new ListType(item);

    public static CelType MapOf(CelType key, CelType value) => new MapType(key, value);

    /// <summary>The type, or null where it cannot be null already; an optional of it is the same to .NET.</summary>
    public static CelType NullableOf(CelType type) =>
        type.Kind is CelTypeKind.Nullable or CelTypeKind.Dyn or CelTypeKind.Null or CelTypeKind.Error ? type : new NullableType(type);

    public static CelType OptionalOf(CelType type) => type.Kind switch
    {
        CelTypeKind.Optional or CelTypeKind.Error => type,
        CelTypeKind.Nullable => new OptionalType(((NullableType)type).Inner),
        _ => new OptionalType(type),
    };

    public bool IsNumber => Kind is CelTypeKind.Int or CelTypeKind.UInt or CelTypeKind.Double or CelTypeKind.Decimal;

    /// <summary>Whether nothing is known about its values before the workflow runs.</summary>
    public bool IsDynamic => Kind is CelTypeKind.Dyn or CelTypeKind.Error;

    /// <summary>Without the possibility of null.</summary>
    public CelType WithoutNull => this is NullableType nullable ? nullable.Inner : this;

    public override string ToString() => Name;
}
