using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A value that may be null.</summary>
internal sealed class NullableType(CelType inner) : CelType(CelTypeKind.Nullable)
{
    public CelType Inner => inner;

    public override string Name => $"{inner.Name} or null";

    public override bool IsValueType => inner.IsValueType;

    public override Code Spell(TypeSpelling types) => $"{inner.Spell(types)}?";
}
