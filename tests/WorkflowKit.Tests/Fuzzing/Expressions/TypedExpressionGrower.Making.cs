using WorkflowKit.CelTypes;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>Operators, macros and literals with parts.</summary>
internal sealed partial class TypedExpressionGrower
{
    private string Made(CelType wanted, int depth) => wanted switch
    {
        ListType list => MadeList(list, depth),
        MapType map => MadeMap(map, depth),
        OptionalType optional => MadeOptional(optional, depth),
        { Kind: CelTypeKind.Bool } => MadeBool(depth),
        { Kind: CelTypeKind.Int } => MadeNumber(CelType.Int, depth, "%"),
        { Kind: CelTypeKind.UInt } => MadeNumber(CelType.UInt, depth, "%"),
        { Kind: CelTypeKind.Double } => MadeNumber(CelType.Double, depth, "/"),
        { Kind: CelTypeKind.String or CelTypeKind.Bytes } => $"({Of(wanted, depth + 1)} + {Of(wanted, depth + 1)})",
        { Kind: CelTypeKind.Timestamp } => $"({Of(wanted, depth + 1)} {OneOf("+", "-")} {Of(CelType.Duration, depth + 1)})",
        { Kind: CelTypeKind.Duration } when random.Next(3) == 0 => $"({Of(CelType.Timestamp, depth + 1)} - {Of(CelType.Timestamp, depth + 1)})",
        { Kind: CelTypeKind.Duration } => $"({Of(wanted, depth + 1)} {OneOf("+", "-")} {Of(wanted, depth + 1)})",
        { Kind: CelTypeKind.Type } => $"type({Of(AnyType(1), depth + 1)})",
        { Kind: CelTypeKind.Null } => "null",
        _ => random.Next(3) == 0 ? $"dyn({Of(AnyType(1), depth + 1)})" : Of(AnyType(0), depth + 1),
    };

    private string MadeNumber(CelType type, int depth, string last)
    {
        // Numbers of different types may be mixed; what comes out may be of another one.
        var other = random.Next(6) == 0 ? OneOf(CelType.Int, CelType.Double, CelType.UInt) : type;
        return random.Next(9) switch
        {
            0 when type.Kind != CelTypeKind.UInt => $"-{Of(type, depth + 1)}",
            1 => $"({Of(type, depth + 1)} {last} {Of(other, depth + 1)})",
            _ => $"({Of(type, depth + 1)} {OneOf("+", "-", "*", "/")} {Of(other, depth + 1)})",
        };
    }

    private string MadeBool(int depth)
    {
        var type = AnyType(1);
        switch (random.Next(16))
        {
            case 0 or 1:
                return $"({Of(CelType.Bool, depth + 1)} {OneOf("&&", "||")} {Of(CelType.Bool, depth + 1)})";
            case 2:
                return $"!{Of(CelType.Bool, depth + 1)}";
            case 3 or 4 or 5:
                var ordered = OneOf(Simple);
                var other = ordered.IsNumber && random.Next(3) == 0 ? OneOf(CelType.Int, CelType.UInt, CelType.Double) : ordered;
                return $"({Of(ordered, depth + 1)} {OneOf("<", "<=", ">", ">=")} {Of(other, depth + 1)})";
            case 6 or 7 or 8:
                return $"({Of(type, depth + 1)} {OneOf("==", "!=")} {Of(type, depth + 1)})";
            case 9:
                return $"({Of(type, depth + 1)} in {Of(CelType.ListOf(type), depth + 1)})";
            case 10:
                return $"({Of(CelType.String, depth + 1)} in {Of(CelType.MapOf(CelType.String, type), depth + 1)})";
            case 11:
                var (path, found, guard, tellsNull) = OneOf([.. place.Roots]);
                _tellsNull |= tellsNull || guard is not null || found is NullableType or DynamicType;
                return path.Contains('.', StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal) && !_locals.Exists(local => path.StartsWith(local.Name + ".", StringComparison.Ordinal))
                    ? $"has({path})" : $"({Leaf(CelType.Dyn)} == null)";
            case 12:
                return $"has({Of(CelType.MapOf(CelType.String, type), depth + 1)}.{OneOf("a", "b", "x")})";
            case 13:
                return Macro(OneOf("all", "exists", "exists_one"), type, CelType.Bool, depth, null);
            case 14:
                return Macro2(OneOf("all", "exists", "existsOne"), CelType.Bool, depth, null);
            default:
                return $"({Leaf(CelType.Dyn)} {OneOf("==", "!=")} null)";
        }
    }

    private string MadeList(ListType list, int depth)
    {
        var from = AnyType(1);
        return random.Next(8) switch
        {
            0 => $"({Of(list, depth + 1)} + {Of(list, depth + 1)})",
            1 => Macro("map", from, list.Item, depth, random.Next(3) == 0 ? CelType.Bool : null),
            2 => Macro("filter", list.Item, CelType.Bool, depth, null),
            3 => Macro("sortBy", list.Item, OneOf(CelType.Int, CelType.String, CelType.Double), depth, null),
            4 => Macro2("transformList", list.Item, depth, random.Next(3) == 0 ? CelType.Bool : null),
            5 => $"[?{Of(CelType.OptionalOf(list.Item), depth + 1)}, {Of(list.Item, depth + 1)}]",
            _ => $"[{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(list.Item, depth + 1)))}]",
        };
    }

    private string MadeMap(MapType map, int depth)
    {
        switch (random.Next(5))
        {
            case 0 when map.Key.Kind is CelTypeKind.String or CelTypeKind.Int:
                return Macro2("transformMap", map.Value, depth, random.Next(3) == 0 ? CelType.Bool : null, map.Key);
            case 1:
                var source = Of(CelType.MapOf(map.Key, CelType.Int), depth + 1);
                var (key, value) = (NewLocal(map.Key), NewLocal(CelType.Int));
                var entry = $"{{{Of(map.Key, depth + 1)}: {Of(map.Value, depth + 1)}}}";
                EndLocals(2);
                return $"{source}.transformMapEntry({key}, {value}, {entry})";
            case 2:
                return $"{{?{Key(map.Key, 0)}: {Of(CelType.OptionalOf(map.Value), depth + 1)}, {Key(map.Key, 1)}: {Of(map.Value, depth + 1)}}}";
            default:
                return $"{{{string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(i => $"{(random.Next(3) == 0 ? Of(map.Key, depth + 2) : Key(map.Key, i))}: {Of(map.Value, depth + 1)}"))}}}";
        }
    }

    private string MadeOptional(OptionalType optional, int depth)
    {
        var from = AnyType(1);
        switch (random.Next(8))
        {
            case 0:
                return $"optional.of({Of(optional.Inner, depth + 1)})";
            case 1:
                return $"optional.ofNonZeroValue({Of(optional.Inner, depth + 1)})";
            case 2:
                return $"{Of(CelType.ListOf(optional.Inner), depth + 1)}[?{Of(CelType.Int, depth + 1)}]";
            case 3:
                return $"{Of(CelType.MapOf(CelType.String, optional.Inner), depth + 1)}[?{Of(CelType.String, depth + 1)}]";
            case 4:
                return $"{Of(CelType.MapOf(CelType.String, optional.Inner), depth + 1)}.?{OneOf("a", "b", "x")}";
            case 5:
                return $"{Of(optional, depth + 1)}.or({Of(optional, depth + 1)})";
            case 6:
                var source = Of(CelType.OptionalOf(from), depth + 1);
                var name = NewLocal(from);
                var body = Of(optional.Inner, depth + 1);
                EndLocals(1);
                return $"{source}.optMap({name}, {body})";
            default:
                var first = Of(CelType.OptionalOf(from), depth + 1);
                var local = NewLocal(from);
                var flat = Of(optional, depth + 1);
                EndLocals(1);
                return $"{first}.optFlatMap({local}, {flat})";
        }
    }

    private string Macro(string macro, CelType item, CelType result, int depth, CelType? test)
    {
        var source = Of(CelType.ListOf(item), depth + 1);
        var name = NewLocal(item);
        var filter = test is null ? "" : $"{Of(test, depth + 2)}, ";
        var body = Of(result, depth + 1);
        EndLocals(1);
        return $"{source}.{macro}({name}, {filter}{body})";
    }

    private string Macro2(string macro, CelType result, int depth, CelType? test, CelType? key = null)
    {
        var item = OneOf(Simple);
        var isList = key is null ? random.Next(2) == 0 : key.Kind == CelTypeKind.Int;
        var source = Of(isList ? CelType.ListOf(item) : CelType.MapOf(key ?? CelType.String, item), depth + 1);
        var first = NewLocal(isList ? CelType.Int : key ?? CelType.String);
        var second = NewLocal(item);
        if (first == second)
            _locals[^1] = (second += "y", item);
        var filter = test is null ? "" : $"{Of(test, depth + 2)}, ";
        var body = Of(result, depth + 1);
        EndLocals(2);
        return $"{source}.{macro}({first}, {second}, {filter}{body})";
    }
}
