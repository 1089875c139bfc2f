using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Typed values as dynamic ones.</summary>
internal sealed partial class CelEmitter
{
    // A list that is written out is made of dynamic values at once.
    private Emitted ToValue(CheckedNode node) => node is ItemsNode { Items: var items } && items.All(item => !item.IsOptional)
        ? new($"CelValue.List({List([.. items.Select(item => ToValue(item.Value).Code)])})", CelType.Dyn)
        : ToValue(Emit(node));

    /// <summary>The same value as a <see cref="Expressions.CelValue"/>.</summary>
    public Emitted ToValue(Emitted value) => Dynamic(value) with { Path = value.Path };

    private Emitted Dynamic(Emitted value) => value.Held switch
    {
        DynamicType dynamic => new(ValueOf(value, dynamic), CelType.Dyn),
        PlainType or OptionalType { Inner.IsDynamic: true } => value with { Held = CelType.Dyn },
        NullableType { Inner: PlainType } => new($"{value.Within(Binding.Coalescing)} ?? CelValue.Null", CelType.Dyn, Binding.Coalescing),
        OptionalType optional => new($"Cel.OptionalOfNullable({ToValue(value with { Held = new NullableType(optional.Inner) }).Code})", CelType.Dyn),
        var held => new(ValueOf(value, held), CelType.Dyn),
    };

    private Code ValueOf(Emitted value, CelType held)
    {
        var isNullable = held is NullableType;
        switch (held.WithoutNull)
        {
            case EnumType { IsRenamed: true } renamed:
                return isNullable
                    ? (Code)$"Cel.Of({value.Within(Binding.Relational)} is null ? null : {converters.TextOf(renamed)}({value.Within(Binding.Primary)}.Value))"
                    : $"Cel.Of({converters.TextOf(renamed)}({value.Code}))";
            case DynamicType dynamic when dynamic.Clr == typeof(object):
                return $"Cel.OfObject({value.Code})";
            case ScalarType or EnumType or DynamicType:
                return $"Cel.Of({value.Code})";
            case ListType { Item: PlainType, IsIndexed: true }:
                return isNullable ? (Code)$"Cel.Of({value.Code})" : $"CelValue.List({value.Code})";
            case ListType list:
                return $"Cel.Of({value.Code}, {Converting(list.Item)})";
            case MapType { Key.Kind: CelTypeKind.String } map:
                return $"Cel.Of({value.Code}, {Converting(map.Value)})";
            case MapType map:
                return $"Cel.Of({value.Code}, {Converting(map.Key)}, {Converting(map.Value)})";
            case ObjectType { Shape: not null }:
                return isNullable ? (Code)$"{value.Within(Binding.Primary)}?.ToCel() ?? CelValue.Null" : $"{value.Within(Binding.Primary)}.ToCel()";
            case ObjectType found:
                return $"{converters.ToCel(found)}({value.Code})";
            default:
                throw new InvalidOperationException($"{held.Name} has no dynamic form.");
        }
    }

    // item => Cel.Of(item)
    private Code Converting(CelType item)
    {
        var name = Code.Identifier(_names.Nested().Claim("item"));
        var body = ToValue(new Emitted(name, item)).Code;
        return $"{name} => {body}";
    }
}
