using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A value that is dynamic to CEL, held by a .NET type of its own: object, JsonElement or JsonNode.</summary>
internal sealed class DynamicType(Type clr) : CelType(CelTypeKind.Dyn)
{
    public Type Clr => clr;

    public override string Name => "dyn";

    public override bool IsValueType => clr.IsValueType;

    public override Code Spell(TypeSpelling types) => types.Of(clr);
}
