using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Equality and membership.</summary>
internal sealed partial class CelEmitter
{
    private Emitted Equality(ComparisonNode node)
    {
        if (node.Right is ConstantNode { Value: null })
            return IsNull(node.Left, node.Operator);
        if (node.Left is ConstantNode { Value: null })
            return IsNull(node.Right, node.Operator);

        var left = Emit(node.Left);
        var right = Emit(node.Right);
        if (EnumMember(left, node.Right) is { } member)
            return Infix(left, member, node.Operator, Binding.Equality, CelType.Bool);
        if (EnumMember(right, node.Left) is { } other)
            return Infix(other, right, node.Operator, Binding.Equality, CelType.Bool);

        var (a, b) = (left.Held.WithoutNull, right.Held.WithoutNull);
        if (a.IsNumber && b.IsNumber && left.Held == a && right.Held == b && Comparable(left, right, node) is var (x, y))
            return Infix(x, y, node.Operator, Binding.Equality, CelType.Bool);
        if (IsPlainEquality(a, b))
            return Infix(Short(left, node.Left), Short(right, node.Right), node.Operator, Binding.Equality, CelType.Bool);
        if (a.IsNumber && b.IsNumber && left.Held == a && right.Held == b)
            return Negated($"Cel.AreEqual({left.Code}, {right.Code})", node.Operator);
        if (a.Kind == CelTypeKind.String && b.Kind == CelTypeKind.String && left.Held == a && right.Held == b)
            return Infix(Convert(left, CelType.String), Convert(right, CelType.String), node.Operator, Binding.Equality, CelType.Bool);
        return Negated($"Cel.AreEqual({ToValue(left).Code}, {ToValue(right).Code})", node.Operator);
    }

    private static Emitted Short(Emitted value, CheckedNode syntax) =>
        syntax is ConstantNode { Value: long number } && ConstantIn(number, CelTypeKind.Int) is { } constant ? constant : value;

    // Where C#'s == means what CEL's does, whatever may be null.
    private static bool IsPlainEquality(CelType left, CelType right) => (left, right) switch
    {
        (ScalarType a, ScalarType b) when a.Kind == b.Kind => a.Kind switch
        {
            CelTypeKind.Bool => true,
            CelTypeKind.String => a.Clr == b.Clr && a.Clr != typeof(Uri),
            CelTypeKind.Int or CelTypeKind.UInt or CelTypeKind.Decimal => true,
            CelTypeKind.Double => a.Clr == b.Clr,
            CelTypeKind.Timestamp => a.Clr == b.Clr && a.Clr == typeof(DateTimeOffset),
            CelTypeKind.Duration => a.Clr == b.Clr && a.Clr == typeof(TimeSpan),
            _ => false,
        },
        (EnumType a, EnumType b) => a.Clr == b.Clr,
        _ => false,
    };

    private static Emitted Negated(Code call, string sign) =>
        sign == "==" ? new(call, CelType.Bool) : new($"!{call}", CelType.Bool, Binding.Unary);

    private Emitted? EnumMember(Emitted one, CheckedNode other) =>
        one.Held.WithoutNull is EnumType found && other is ConstantNode { Value: string text } && found.Members.TryGetValue(text, out var member)
            ? new($"{found.Spell(types)}.{Code.Identifier(member)}", found)
            : null;

    private Emitted IsNull(CheckedNode node, string sign)
    {
        var operand = Emit(node);
        var (test, isNegative) = operand.Held switch
        {
            NullableType { Inner.IsDynamic: true } => (new Emitted($"({operand.Within(Binding.Coalescing)} ?? CelValue.Null).IsNull", CelType.Bool), sign == "!="),
            NullableType => (
                new($"{operand.Within(Binding.Relational)} is {(sign == "==" ? Code.Null : (Code)$"not null")}", CelType.Bool, Binding.Relational), false),
            { Kind: CelTypeKind.Dyn or CelTypeKind.Null } => (new Emitted($"{ToValue(operand).Within(Binding.Primary)}.IsNull", CelType.Bool), sign == "!="),
            _ when node.CanFail => (new Emitted($"{ToValue(operand).Within(Binding.Primary)}.IsNull", CelType.Bool), sign == "!="),
            _ => (new Emitted(Code.Literal(sign == "!="), CelType.Bool), false),
        };
        return isNegative ? new($"!{test.Within(Binding.Unary)}", CelType.Bool, Binding.Unary) : test;
    }

    private Emitted Membership(ComparisonNode node)
    {
        var value = Emit(node.Left);
        if (node.Right is ItemsNode list && OneOf(value, list) is { } pattern)
            return pattern;

        var container = Emit(node.Right);
        switch (container.Held)
        {
            case ListType { IsIndexed: true, Item: ScalarType } items when items.Item.IsHeldLike(value.Held) && items.Item.Kind is not CelTypeKind.Bytes:
                return new($"Cel.In({value.Code}, {container.Code})", CelType.Bool);
            case MapType map when IsReadOnlyDictionary(map) && map.Key.IsHeldLike(value.Held):
                return new($"Cel.In({value.Code}, {container.Code})", CelType.Bool);
            default:
                return new($"Cel.In({ToValue(value).Code}, {ToValue(container).Code})", CelType.Bool);
        }
    }

    // status in ['open', 'paid'] reads best as a pattern.
    private Emitted? OneOf(Emitted value, ItemsNode list)
    {
        if (list.Items.Count is 0 or > 32)
            return null;
        List<Code> constants = [];
        foreach (var item in list.Items)
        {
            var constant = (value.Held.WithoutNull, item.Value) switch
            {
                (ScalarType { Kind: CelTypeKind.String } text, ConstantNode { Value: string s }) when text.Clr == typeof(string) => Code.Literal(s),
                (EnumType, _) when EnumMember(value, item.Value) is { } member => member.Code,
                (ScalarType { Kind: CelTypeKind.Int } whole, ConstantNode { Value: long number }) when whole.Clr == typeof(long) => Code.Literal(number),
                _ => Code.Empty,
            };
            if (constant.IsEmpty || item.IsOptional)
                return null;
            constants.Add(constant);
        }

        return new($"{value.Within(Binding.Relational)} is {Code.Join($" or ", constants.Distinct())}", CelType.Bool, Binding.Relational);
    }
}
