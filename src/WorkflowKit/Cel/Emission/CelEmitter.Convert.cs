using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Conversions between the types that hold values.</summary>
internal sealed partial class CelEmitter
{
    private static ScalarType Canonical(CelType type) => ScalarType.Canonical(type.Kind);

    /// <summary>The value in the C# type of another type. What cannot be told before the workflow runs fails, with its name, when it does.</summary>
    public Emitted Convert(Emitted value, CelType target)
    {
        if (value.Held.IsHeldLike(target))
            return value;
        return target switch
        {
            PlainType => ToValue(value),
            DynamicType when value.Held is DynamicType => Read(ToValue(value), target),
            NullableType nullable => ToNullable(value, nullable),
            OptionalType optional => ToOptional(value, optional),
            _ when value.Held is NullableType or OptionalType => Convert(Unwrapped(value), target),
            ScalarType scalar => ToScalar(value, scalar),
            ListType list => ToList(value, list),
            MapType map when map.Clr is null && value.Held is MapType known && IsReadOnlyDictionary(known) && known.Key.IsHeldLike(map.Key) && known.Value.IsHeldLike(map.Value) =>
                value with { Held = target },
            _ => Read(ToValue(value), target),
        };
    }

    private Emitted Unwrapped(Emitted value) => value.Held is OptionalType { Inner.IsDynamic: true }
        ? new($"Cel.Value({value.Code})", CelType.Dyn)
        : new($"Cel.Required({value.Code}{(_path is { } path ? $", {path}" : Named(value, value.Code))})", InnerOf(value.Held)) { Path = value.Path };

    private Emitted ToNullable(Emitted value, NullableType target)
    {
        if (value.Held.Kind == CelTypeKind.Null)
            return new(Code.Null, target);
        if (value.Held is not (NullableType or OptionalType) && !value.Held.IsDynamic)
            return Convert(value, target.Inner) with { Held = target, IsLoose = true };
        if (value.Held is NullableType or OptionalType { Inner.IsDynamic: false } && IsImplicit(InnerOf(value.Held), target.Inner))
            return value with { Held = target, IsLoose = value.IsLoose || !InnerOf(value.Held).IsHeldLike(target.Inner) };
        var given = value.Held switch
        {
            OptionalType { Inner.IsDynamic: true } => new($"Cel.OrValue({value.Code}, CelValue.Null)", CelType.Dyn),
            OptionalType known => value with { Held = new NullableType(known.Inner) },
            _ => value,
        };
        return Read(ToValue(given), target);
    }

    private Emitted ToOptional(Emitted value, OptionalType target) => target.Inner.IsDynamic
        ? ToValue(value.Held is OptionalType ? value : AsOptional(value)) with { Held = target }
        : ToNullable(value, new NullableType(target.Inner)) with { Held = target };

    // What C# itself converts, also in its nullable form.
    private static bool IsImplicit(CelType from, CelType to) => from.IsHeldLike(to) || (from, to) switch
    {
        (ScalarType { Kind: CelTypeKind.Int } a, ScalarType { Kind: CelTypeKind.Int } b) => b.Clr == typeof(long) && a.Clr != typeof(long),
        (ScalarType { Kind: CelTypeKind.Int }, ScalarType { Kind: CelTypeKind.Decimal }) => true,
        (ListType { IsIndexed: true } a, ListType { Clr: null } b) => a.Item.IsHeldLike(b.Item),
        _ => false,
    };

    private Emitted ToList(Emitted value, ListType target)
    {
        if (value.Held is not ListType known)
            return Read(ToValue(value), target);

        // A list of the wanted items only changes its container.
        var items = known.Item.IsHeldLike(target.Item) ? value : new(Mapped(value, known, target.Item), CelType.ListOf(target.Item));
        return IsAssignable((ListType)items.Held, target) ? items with { Held = target } : InContainer(items, target);
    }

    private Code Mapped(Emitted list, ListType held, CelType item)
    {
        var name = Code.Identifier(_names.Nested().Claim("item"));
        var source = held.IsIndexed ? list.Code : InContainer(list, new ListType(held.Item)).Code;
        var converted = Convert(new(name, held.Item), item).Code;

        // What C# converts by itself it would not infer.
        var typeArguments = converted.Equals(name) ? (Code)$"<{held.Item.Spell(types)}, {item.Spell(types)}>" : Code.Empty;
        return $"Cel.Map{typeArguments}({source}, {name} => {converted})";
    }

    private static bool IsAssignable(ListType held, ListType target) =>
        target.Clr is null ? held.IsIndexed
        : held.Clr is null ? target.Clr is { IsInterface: true, IsGenericType: true } wanted && ReadOnlyInterfaces.Contains(wanted.GetGenericTypeDefinition())
        : target.Clr.IsAssignableFrom(held.Clr);

    private static readonly HashSet<Type> ReadOnlyInterfaces = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>)];

    private Emitted InContainer(Emitted items, ListType target) =>
        new($"({target.Spell(types)})[.. {items.Code}]", target, Binding.Unary);

    /// <summary>Reads a dynamic value as a type; a failure names the place that the value was meant for.</summary>
    private Emitted Read(Emitted value, CelType target)
    {
        var path = _path ?? Code.Literal("value");
        if (target is ScalarType { IsCanonical: true } && _path is null)
            return new($"Cel.{As(target.Kind)}({value.Code}{Named(value, value.Code)})", target);
        return new(Read(value, target, path), target);
    }

    private Code Read(Emitted value, CelType target, Code path)
    {
        switch (target)
        {
            case PlainType:
                return value.Code;
            case DynamicType dynamic when dynamic.Clr == typeof(JsonElement) || dynamic.Clr == typeof(object):
                return $"Cel.ToJson({value.Code}, {path})";
            case DynamicType dynamic when dynamic.Clr == typeof(JsonNode):
                return $"Cel.ToJsonNode({value.Code}, {path})";
            case DynamicType dynamic when dynamic.Clr == typeof(JsonDocument):
                return $"JsonDocument.Parse(Cel.ToJson({value.Code}, {path}).GetRawText())";
            case DynamicType dynamic:
                return $"({dynamic.Spell(types)}?)Cel.ToJsonNode({value.Code}, {path})";
            case NullableType { Inner: DynamicType inner }:
                return inner.IsValueType ? $"Cel.ToNullable({value.Code}, {path}, {Reader(inner)})" : Read(value, inner, path);
            case NullableType nullable:
                var method = Code.Identifier(nullable.Inner.IsValueType ? "ToNullable" : "ToNullableObject");
                return $"Cel.{method}({value.Code}, {path}, {Reader(nullable.Inner)})";
            case EnumType { IsRenamed: false } plain:
                return $"Cel.ToEnum<{plain.Spell(types)}>({value.Code}, {path})";
            case EnumType renamed:
                return $"{converters.Parse(renamed)}({value.Code}, {path})";
            case ScalarType scalar:
                return $"Cel.{InputMethods.Of(scalar.Clr)}({value.Code}, {path})";
            case ListType { Clr: null, Item: PlainType }:
                return $"Cel.AsList({value.Code}{Named(value, value.Code)})";
            case ListType { Clr.IsArray: true } array:
                return $"Cel.ToArray({value.Code}, {path}, {Reader(array.Item)})";
            case ListType list:
                Code items = $"Cel.ToList({value.Code}, {path}, {Reader(list.Item)})";
                return list.Clr is null || list.Clr.IsInterface && list.Clr.IsAssignableFrom(typeof(List<>).MakeGenericType(list.Clr.GetGenericArguments())) || list.Clr.Name == "List`1"
                    ? items
                    : $"({list.Spell(types)})[.. {items}]";
            case MapType { Key.Kind: CelTypeKind.String } map:
                Code entries = $"Cel.ToDictionary({value.Code}, {path}, {Reader(map.Value)})";
                return map.Clr is null || map.Clr.IsInterface || map.Clr.Name == "Dictionary`2" ? entries : $"new {map.Spell(types)}({entries})";
            case MapType map:
                return $"new Dictionary<{map.Key.Spell(types)}, {map.Value.Spell(types)}>(Cel.AsMap({value.Code}, {Lambda(map.Key)}, {Lambda(map.Value)}))";
            case ObjectType { Shape: { } shape }:
                return $"{Code.Identifier(shape.CSharpName)}.Read({value.Code}, {path})";
            case ObjectType found:
                return $"{converters.Read(found)}({value.Code}, {path})";
            default:
                throw new InvalidOperationException($"A {target.Name} cannot be read.");
        }
    }

    // Cel.ToText, or (value, path) => ... where it is more than a method.
    private Code Reader(CelType type)
    {
        switch (type)
        {
            case ScalarType scalar when InputMethods.Result(scalar.Clr) == scalar.Clr:
                return $"Cel.{InputMethods.Of(scalar.Clr)}";
            case EnumType { IsRenamed: false } plain:
                return $"Cel.ToEnum<{plain.Spell(types)}>";
            case EnumType renamed:
                return converters.Parse(renamed);
            case ObjectType { Shape: { } shape }:
                return $"{Code.Identifier(shape.CSharpName)}.Read";
            case ObjectType found:
                return converters.Read(found);
            default:
                var names = _names.Nested();
                var value = Code.Identifier(names.Claim("value"));
                var path = Code.Identifier(names.Claim("path"));
                var body = Read(new(value, CelType.Dyn), type, path);
                return type is ScalarType other ? (Code)$"({value}, {path}) => ({other.Spell(types)}){body}" : $"({value}, {path}) => {body}";
        }
    }

    private Code Lambda(CelType type)
    {
        var name = Code.Identifier(_names.Nested().Claim("item"));
        return $"{name} => {Convert(new(name, CelType.Dyn), type).Code}";
    }

    private static Code As(CelTypeKind kind) => Code.Identifier(kind == CelTypeKind.String ? "AsText" : "As" + kind);
}
