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
            DynamicType dynamic => ToJson(value, dynamic),
            NullableType nullable => ConvertNullable(value, nullable),
            OptionalType optional => value.Held is OptionalType ? value : ConvertNullable(value, new NullableType(optional.Inner)) with { Held = optional },
            _ when value.Held is NullableType or OptionalType => Convert(Unwrapped(value), target),
            ScalarType scalar => ToScalar(value, scalar),
            EnumType known => ToEnum(value, known),
            ListType list => ToList(value, list),
            MapType map => ToMap(value, map),
            ObjectType found => ToObject(value, found),
            _ => value,
        };
    }

    private static Emitted Unwrapped(Emitted value) => value.Held is OptionalType { Inner.IsDynamic: true }
        ? new($"Cel.Value({value.Code})", CelType.Dyn)
        : new($"Cel.Required({value.Code})", InnerOf(value.Held));

    private Emitted ConvertNullable(Emitted value, CelType target)
    {
        if (target is not NullableType nullable)
            return value;
        var inner = InnerOf(value.Held);
        if (value.Held.Kind == CelTypeKind.Null)
            return new(Code.Null, target);
        if (value.Held is not (NullableType or OptionalType) && !value.Held.IsDynamic)
            return Convert(value, nullable.Inner) with { Held = target };
        if (value.Held is NullableType or OptionalType { Inner.IsDynamic: false } && IsImplicit(inner, nullable.Inner))
            return value with { Held = target };

        var name = Code.Identifier(_names.Nested().Claim("some"));
        var body = Convert(new(name, CelType.Dyn), nullable.Inner);
        var method = nullable.Inner.IsValueType ? (Code)$"ValueOrNull" : $"ObjectOrNull";
        return new($"Cel.{method}({ToValue(value).Code}, {name} => {body.Code})", target);
    }

    // What C# itself converts, also in its nullable form.
    private static bool IsImplicit(CelType from, CelType to) => from.IsHeldLike(to) || (from, to) switch
    {
        (ScalarType { Kind: CelTypeKind.Int } a, ScalarType { Kind: CelTypeKind.Int } b) => b.Clr == typeof(long) && a.Clr != typeof(long),
        (ScalarType { Kind: CelTypeKind.Int }, ScalarType { Kind: CelTypeKind.Decimal }) => true,
        (ListType { IsIndexed: true } a, ListType { Clr: null } b) => a.Item.IsHeldLike(b.Item),
        _ => false,
    };

    private Emitted ToJson(Emitted value, DynamicType target)
    {
        if (value.Held is DynamicType same && same.Clr == target.Clr)
            return value;
        var dynamic = ToValue(value);
        Code code = target.Clr switch
        {
            var t when t == typeof(JsonElement) => $"{dynamic.Within(Binding.Primary)}.ToJsonElement()",
            var t when t == typeof(object) => $"{dynamic.Within(Binding.Primary)}.ToJsonElement()",
            var t when t == typeof(JsonDocument) => $"JsonDocument.Parse({dynamic.Within(Binding.Primary)}.ToJsonElement().GetRawText())",
            var t when t == typeof(JsonNode) => $"Cel.ToJsonNode({dynamic.Code})",
            var t => $"({target.Spell(types)}?)Cel.ToJsonNode({dynamic.Code})",
        };
        return new(code, target, target.Clr == typeof(JsonNode) || !typeof(JsonNode).IsAssignableFrom(target.Clr) ? Binding.Primary : Binding.Unary);
    }

    private Emitted ToEnum(Emitted value, EnumType target) =>
        new($"{converters.Parse(target)}({Convert(value, CelType.String).Code})", target);

    private Emitted ToList(Emitted value, ListType target)
    {
        if (value.Held is ListType known)
        {
            // A list of the wanted items only changes its container.
            var items = known.Item.IsHeldLike(target.Item) ? value : new Emitted(Mapped(value, known, target.Item), CelType.ListOf(target.Item));
            return IsAssignable(items.Held, target) ? items with { Held = target } : InContainer(items, target);
        }

        var dynamic = ToValue(value);
        var name = Code.Identifier(_names.Nested().Claim("item"));
        Emitted list = target.Item is PlainType
            ? new($"Cel.AsList({dynamic.Code})", CelType.ListOf(CelType.Dyn))
            : new($"Cel.AsList({dynamic.Code}, {name} => {Convert(new(name, CelType.Dyn), target.Item).Code})", CelType.ListOf(target.Item));
        return IsAssignable(list.Held, target) ? list with { Held = target } : InContainer(list, target);
    }

    private Code Mapped(Emitted list, ListType held, CelType item)
    {
        var name = Code.Identifier(_names.Nested().Claim("item"));
        var source = held.IsIndexed ? list.Code : (Code)$"[.. {list.Code}]";
        return $"Cel.Map({source}, {name} => {Convert(new(name, held.Item), item).Code})";
    }

    private static bool IsAssignable(CelType held, ListType target)
    {
        if (held is not ListType { Clr: null })
            return target.Clr is null && held is ListType { IsIndexed: true };
        return target.Clr is null || (target.Clr is { IsInterface: true, IsGenericType: true } clr && IReadOnlyListInterfaces.Contains(clr.GetGenericTypeDefinition()));
    }

    private static readonly HashSet<Type> IReadOnlyListInterfaces = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>)];

    private Emitted InContainer(Emitted items, ListType target) =>
        new($"({target.Spell(types)})[.. {items.Code}]", target, Binding.Unary);

    private Emitted ToMap(Emitted value, MapType target)
    {
        if (value.Held is MapType known && target.Clr is null && IsReadOnlyDictionary(known) && known.Key.IsHeldLike(target.Key) && known.Value.IsHeldLike(target.Value))
            return value with { Held = target };

        var key = Code.Identifier(_names.Nested().Claim("key"));
        var item = Code.Identifier(_names.Nested().Claim("item"));
        Code read = $"Cel.AsMap({ToValue(value).Code}, {key} => {Convert(new(key, CelType.Dyn), target.Key).Code}, {item} => {Convert(new(item, CelType.Dyn), target.Value).Code})";
        if (target.Clr is null || (target.Clr.IsGenericType && target.Clr.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)))
            return new(read, target);
        return target.Clr.IsInterface
            ? new($"new Dictionary<{target.Key.Spell(types)}, {target.Value.Spell(types)}>({read})", target)
            : new($"new {target.Spell(types)}({read})", target);
    }

    private Emitted ToObject(Emitted value, ObjectType target)
    {
        var dynamic = ToValue(value);
        return target.Shape is not null
            ? new($"{target.Spell(types)}.Read({dynamic.Within(Binding.Primary)}.ToJsonElement())", target)
            : new($"{converters.Read(target)}({dynamic.Code})", target);
    }
}
