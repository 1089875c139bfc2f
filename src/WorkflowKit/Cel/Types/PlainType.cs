using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A type whose values are always dynamic ones in C#: dyn, null and type.</summary>
internal sealed class PlainType(CelTypeKind kind, string name, Type clr) : CelType(kind)
{
    public override string Name => name;

    public override bool IsValueType => true;

    public override Code Spell(TypeSpelling types) => types.Of(clr);
}
