using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>A list. A .NET property may hold it as an array, a List or whatever else; what is made here is an IReadOnlyList.</summary>
/// <param name="item">The type of its items.</param>
/// <param name="clr">The .NET type of a step class's property; <see langword="null"/>: <c>IReadOnlyList</c>.</param>
internal sealed class ListType(CelType item, Type? clr = null) : CelType(CelTypeKind.List)
{
    public CelType Item => item;

    public Type? Clr => clr;

    /// <summary>Whether its C# type has a length and an index, as functions want it.</summary>
    public bool IsIndexed => clr is null || typeof(System.Collections.IList).IsAssignableFrom(clr) || clr.GetInterfaces().Append(clr).Any(
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    public override string Name => $"list({item.Name})";

    public override bool IsValueType => clr?.IsValueType ?? false;

    public override Code Spell(TypeSpelling types) => clr is null ? $"IReadOnlyList<{item.Spell(types)}>" : types.Of(clr);
}
