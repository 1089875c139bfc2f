using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A place in a function's signature that takes any type, and the same one wherever it comes again.</summary>
internal sealed class TypeParameter(string name) : CelType(CelTypeKind.Parameter)
{
    public override string Name => name;

    public override bool IsValueType => false;

    public override Code Spell(TypeSpelling types) => throw new InvalidOperationException("A signature's parameter is never a value's type.");
}
