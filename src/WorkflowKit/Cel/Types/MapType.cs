using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A map.</summary>
/// <param name="key">The type of its keys.</param>
/// <param name="value">The type of its values.</param>
/// <param name="clr">The .NET type of a step class's property; <see langword="null"/>: <c>IReadOnlyDictionary</c>.</param>
internal sealed class MapType(CelType key, CelType value, Type? clr = null) : CelType(CelTypeKind.Map)
{
    public CelType Key => key;

    public CelType Value => value;

    public Type? Clr => clr;

    public override string Name => $"map({key.Name}, {value.Name})";

    public override bool IsValueType => clr?.IsValueType ?? false;

    public override Code Spell(TypeSpelling types) =>
        clr is null ? $"IReadOnlyDictionary<{key.Spell(types)}, {value.Spell(types)}>" : types.Of(clr);
}
