using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A value that may be absent: <c>value.?member</c>. Of a known type it is a nullable in C#, of an unknown one a dynamic optional.</summary>
internal sealed class OptionalType(CelType inner) : CelType(CelTypeKind.Optional)
{
    public CelType Inner => inner;

    public override string Name => $"optional({inner.Name})";

    public override bool IsValueType => inner.IsValueType;

    public override Code Spell(TypeSpelling types) => inner.IsDynamic ? inner.Spell(types) : $"{inner.Spell(types)}?";
}
