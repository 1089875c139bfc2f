using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A value without parts, held by one of the .NET types that mean it: an int may be a long or a short, a string a Guid.</summary>
internal sealed class ScalarType(CelTypeKind kind, Type clr) : CelType(kind)
{
    /// <summary>The .NET type.</summary>
    public Type Clr => clr;

    /// <summary>Whether the .NET type is the one that functions and operators work with.</summary>
    public bool IsCanonical => clr == Canonical(Kind).Clr;

    public override string Name => Kind switch
    {
        CelTypeKind.Decimal => "double",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    public override bool IsValueType => clr.IsValueType;

    public override Code Spell(TypeSpelling types) => types.Of(clr);

    /// <summary>The type of the kind with the .NET type that functions and operators work with.</summary>
    public static ScalarType Canonical(CelTypeKind kind) => (ScalarType)(kind switch
    {
        CelTypeKind.Bool => Bool,
        CelTypeKind.Int => Int,
        CelTypeKind.UInt => UInt,
        CelTypeKind.Double => Double,
        CelTypeKind.Decimal => Decimal,
        CelTypeKind.String => String,
        CelTypeKind.Bytes => Bytes,
        CelTypeKind.Timestamp => Timestamp,
        CelTypeKind.Duration => Duration,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a scalar."),
    });
}
