using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Members and items.</summary>
internal sealed partial class CelEmitter
{
    private Emitted Member(MemberNode node)
    {
        var operand = Emit(node.Operand);
        var name = Code.Literal(node.Member.JsonName);
        if (InnerOf(operand.Held) is not ObjectType)
        {
            return operand.Held is OptionalType
                ? new($"Cel.SelectOptional({operand.Code}, {name})", CelType.OptionalOf(CelType.Dyn))
                : new(Select(operand, name), CelType.Dyn);
        }

        var property = Code.Identifier(node.Member.CSharpName);
        if (operand.Held is not (OptionalType or NullableType))
        {
            var read = new Emitted($"{operand.Within(Binding.Primary)}.{property}", node.Member.Type);
            return node.Type is OptionalType ? AsOptional(read) : read;
        }

        // In a?.b.c the last member is read only if a is there; a second question mark belongs to a b that may be null itself.
        var point = operand.IsConditional && !operand.CanBeNullBeyondCondition ? "." : "?.";
        var member = new Emitted(
            point == "." ? (Code)$"{operand.Code}.{property}" : $"{operand.Within(Binding.Primary)}?.{property}",
            CelType.OptionalOf(node.Member.Type.WithoutNull))
        {
            IsConditional = true,
            CanBeNullBeyondCondition = node.Member.Type is NullableType,
        };
        if (node.Member.Type is DynamicType)
            return new($"Cel.OptionalOfNullable({ValueOf(member, node.Member.Type)})", CelType.OptionalOf(CelType.Dyn));
        return member.Held is OptionalType { Inner.IsDynamic: true }
            ? new($"Cel.OptionalOfNullable({member.Code} ?? CelValue.Null)", member.Held)
            : member;
    }

    private Emitted AsOptional(Emitted value)
    {
        var inner = InnerOf(value.Held);
        return inner.IsDynamic
            ? new($"Cel.OptionalOfNullable({ToValue(value).Code})", CelType.OptionalOf(CelType.Dyn))
            : value.Held is NullableType || !inner.IsValueType
                ? value with { Held = CelType.OptionalOf(inner) }
                : new($"({inner.Spell(types)}?){value.Within(Binding.Unary)}", CelType.OptionalOf(inner), Binding.Unary);
    }

    // JSON stays JSON on the way along a path: only its end becomes a value.
    private Emitted Source(CheckedNode node) => node switch
    {
        SelectedNode selected => Selected(selected, isEnd: false) with { Path = PathOf(node) },
        ItemNode item => Item(item, isEnd: false) with { Path = PathOf(node) },
        _ => Emit(node),
    };

    private Code Select(Emitted operand, Code name)
    {
        var target = Target(operand);
        return $"Cel.Select({target}, {name}{Named(operand, target)})";
    }

    private Emitted Selected(SelectedNode node, bool isEnd = true)
    {
        var operand = Source(node.Operand);
        var name = Code.Literal(node.Member);
        if (node.IsOptional || operand.Held is OptionalType)
        {
            var target = OptionalTarget(operand);
            return new($"Cel.SelectOptional({target}, {name}{Named(operand, target)})", CelType.OptionalOf(CelType.Dyn));
        }

        if (IsJson(operand) && !isEnd)
            return new($"Cel.SelectJson({operand.Code}, {name}{Named(operand, operand.Code)})", operand.Held);
        return new(Select(operand, name), TakenAsItIs(operand.Held) is { } map ? map.Value : CelType.Dyn);
    }

    private Emitted HasMember(HasMemberNode has)
    {
        var operand = Emit(has.Operand);
        var target = Target(operand);
        // A dictionary can be asked for any key: nothing is said of it.
        var named = operand.Held is MapType ? Code.Empty : Named(operand, target);
        return new($"Cel.Has({target}, {Code.Literal(has.Member)}{named})", CelType.Bool);
    }

    private Emitted Item(ItemNode node, bool isEnd = true)
    {
        var operand = Source(node.Operand);
        var index = Emit(node.Index);
        if (node.IsOptional)
        {
            var list = ToValue(operand).Code;
            return new($"Cel.IndexOptional({list}, {ToValue(index).Code}{(operand.Held.IsDynamic ? Named(operand, list) : Code.Empty)})", CelType.OptionalOf(CelType.Dyn));
        }

        switch (operand.Held)
        {
            case ListType { IsIndexed: true } list when index.Held.Kind == CelTypeKind.Int:
                return new($"Cel.Index({operand.Code}, {Number(index, node.Index, CelTypeKind.Int)})", list.Item);
            case MapType map when IsReadOnlyDictionary(map) && map.Key.IsHeldLike(index.Held):
                return new($"Cel.Index({operand.Code}, {index.Code}{Named(operand, operand.Code)})", map.Value);
        }

        var key = index.Held.Kind switch
        {
            CelTypeKind.Int => Number(index, node.Index, CelTypeKind.Int),
            CelTypeKind.String => Convert(index, CelType.String).Code,
            _ => Code.Empty,
        };
        var target = key.IsEmpty ? ToValue(operand).Code : Target(operand);
        if (key.IsEmpty)
            return new($"Cel.Index({target}, {ToValue(index).Code}{Named(operand, target)})", CelType.Dyn);
        return IsJson(operand) && !isEnd && index.Held.Kind == CelTypeKind.Int
            ? new($"Cel.IndexJson({operand.Code}, {key}{Named(operand, operand.Code)})", operand.Held)
            : new($"Cel.Index({target}, {key}{Named(operand, target)})", TakenAsItIs(operand.Held) is { } found ? found.Value : CelType.Dyn);
    }

    // The map that Cel.Index and its like take without a dynamic form.
    private static MapType? TakenAsItIs(CelType held) => held is MapType { Key.Kind: CelTypeKind.String } map && IsReadOnlyDictionary(map) ? map : null;

    // What Cel.Select and its like take as it is.
    private Code Target(Emitted operand) => operand.Held switch
    {
        _ when IsJson(operand) => operand.Code,
        _ when TakenAsItIs(operand.Held) is not null => operand.Code,
        _ => ToValue(operand).Code,
    };

    private Code OptionalTarget(Emitted operand) => IsJson(operand) ? operand.Code : ToValue(operand).Code;

    private static bool IsJson(Emitted value) => value.Held is DynamicType dynamic && dynamic.Clr == typeof(System.Text.Json.JsonElement);

    private static bool IsReadOnlyDictionary(MapType map) => map.Clr is null || map.Clr.GetInterfaces().Append(map.Clr).Any(
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
