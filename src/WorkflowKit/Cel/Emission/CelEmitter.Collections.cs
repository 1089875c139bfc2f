using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>Lists, maps and the macros over them.</summary>
internal sealed partial class CelEmitter
{
    private Emitted Items(ItemsNode node)
    {
        if (node.Items.Count == 0)
            return new($"CelValue.List()", CelType.Dyn);

        var items = node.Items.Select(item => (Value: Emit(item.Value), item.IsOptional)).ToList();
        var held = items.Select(item => item.Value.Held).Aggregate((a, b) => a.Join(b));
        if (items.TrueForAll(item => !item.IsOptional) && held is ScalarType or EnumType or ObjectType or ListType && items.TrueForAll(item => item.Value.Held.IsHeldLike(held)))
            return new($"new {held.Spell(types)}[] {{ {Code.CommaList(items.Select(item => item.Value.Code))} }}", CelType.ListOf(held));

        return items.Exists(item => item.IsOptional)
            ? new($"CelValue.List([{Code.CommaList(items.Select(Spread))}])", CelType.Dyn)
            : new($"CelValue.List({Code.CommaList(items.Select(item => ToValue(item.Value).Code))})", CelType.Dyn);

        Code Spread((Emitted Value, bool IsOptional) item) =>
            item.IsOptional ? $".. Cel.OptionalUnwrap(CelValue.List({ToValue(item.Value).Code}))" : ToValue(item.Value).Code;
    }

    private Emitted Entries(EntriesNode node)
    {
        if (node.Entries.Count == 0)
            return new($"CelValue.Map()", CelType.Dyn);

        var isOptional = node.Entries.Any(entry => entry.IsOptional);
        var isNamed = !isOptional && node.Entries.All(entry => entry.Key is ConstantNode { Value: string });
        var entries = node.Entries.Select(entry =>
        {
            var key = isNamed ? Emit(entry.Key).Code : ToValue(entry.Key).Code;
            var value = ToValue(entry.Value).Code;
            return isOptional ? (Code)$"({key}, {value}, {Code.Literal(entry.IsOptional)})" : $"({key}, {value})";
        }).ToList();
        return isOptional
            ? new($"Cel.MapOf({List(entries)})", CelType.Dyn)
            : new($"CelValue.Map({List(entries)})", CelType.Dyn);
    }

    private Emitted Loop(LoopNode node)
    {
        if (_loopDepth++ == 0)
            _loops++;
        var source = node.Method == "TransformMapEntry" ? ToValue(Emit(node.Source)) : LoopSource(Emit(node.Source));
        var outer = _names;
        _names = outer.Nested();
        var (first, second) = source.Held switch
        {
            ListType list => node.Second is null ? (list.Item, null) : (CelType.Int, list.Item),
            MapType map => (map.Key, map.Value),
            _ => (CelType.Dyn, (CelType?)CelType.Dyn),
        };
        List<Code> variables = [Declare(node.First, first)];
        if (node.Second is not null)
            variables.Add(Declare(node.Second, second!));
        Code parameters = variables.Count == 1 ? variables[0] : $"({Code.CommaList(variables)})";

        var inner = _lambdas;
        List<Code> arguments = [source.Code];
        if (node.Filter is not null)
            arguments.Add($"{parameters} => {ToBool(node.Filter).Code}");
        var body = node.Method switch
        {
            "All" or "Exists" or "ExistsOne" or "Filter" => ToBool(node.Body),
            "SortBy" or "TransformMapEntry" => ToValue(node.Body),
            _ => Inferable(Emit(node.Body)),
        };
        arguments.Add($"{parameters} => {body.Code}");
        _names = outer;
        _loopDepth--;

        // A map of arrays is no map of lists, though an array is a list.
        var isInexact = (body.IsLoose && body.Held.IsNumber) || (node.Method == "TransformMap" && body.Held is ListType);
        var typeArguments = _lambdas > inner || isInexact ? LoopTypes(node.Method, source.Held, body.Held) : Code.Empty;
        _lambdas++;

        CelType held = node.Method switch
        {
            "Filter" or "SortBy" => CelType.ListOf(first),
            "Map" or "TransformList" => CelType.ListOf(body.Held),
            "TransformMap" => CelType.MapOf(source.Held is ListType ? CelType.Int : first, body.Held),
            "TransformMapEntry" => CelType.Dyn,
            _ => CelType.Bool,
        };
        return new($"Cel.{Code.Identifier(node.Method)}{typeArguments}({Code.CommaList(arguments)})", held);
    }

    /// <summary>
    /// What C# would infer. Inference binds a lambda more than once, and a lambda in it again each time: it is told where loops stand in loops,
    /// so that compiling them takes no more than their length.
    /// </summary>
    private Code LoopTypes(string method, CelType source, CelType result)
    {
        CelType[] over = source switch
        {
            ListType list => [list.Item],
            MapType map => [map.Key, map.Value],
            _ => [],
        };
        CelType[] all = method is "Map" or "TransformList" or "TransformMap" ? [.. over, result] : over;
        return all.Length == 0 ? Code.Empty : $"<{Code.CommaList(all.Select(type => type.Spell(types)))}>";
    }

    // A lambda's result has the type of its expression: null has none, and a dynamic .NET value is turned into one of ours.
    private Emitted Inferable(Emitted body) =>
        body.Held is DynamicType || body.Held.Kind == CelTypeKind.Null || body.Held is NullableType { Inner: DynamicType } ? ToValue(body) : body;

    private Emitted LoopSource(Emitted source) => source.Held switch
    {
        ListType { IsIndexed: true } => source,
        ListType list => Convert(source, CelType.ListOf(list.Item)),
        MapType map when IsReadOnlyDictionary(map) => source,
        _ => ToValue(source),
    };

    private Code Declare(LocalVariable variable, CelType held)
    {
        var name = Code.Identifier(_names.Claim(Identifiers.ToCamelCase(variable.Name)));
        _variables[variable] = new(name, held);
        return name;
    }

    private Emitted Let(LetNode node)
    {
        var value = Inferable(Emit(node.Value));
        var outer = _names;
        _names = outer.Nested();
        var name = Declare(node.Variable, value.Held);
        var inner = _lambdas;
        var body = Inferable(Emit(node.Body));
        _names = outer;
        var isLoose = (value.IsLoose && value.Held.IsNumber) || (body.IsLoose && body.Held.IsNumber);
        var typeArguments = _lambdas++ > inner || isLoose ? (Code)$"<{value.Held.Spell(types)}, {body.Held.Spell(types)}>" : Code.Empty;
        return new($"Cel.Bind{typeArguments}({value.Code}, {name} => {body.Code})", body.Held);
    }

    private Emitted OptionalBody(OptionalBodyNode node)
    {
        var source = ToValue(Emit(node.Source));
        var outer = _names;
        _names = outer.Nested();
        var name = Declare(node.Variable, CelType.Dyn);
        var body = ToValue(node.Body);
        _names = outer;
        _lambdas++;
        var method = Code.Identifier(node.IsFlat ? "OptionalFlatMap" : "OptionalMap");
        return new($"Cel.{method}({source.Code}, {name} => {body.Code})", CelType.OptionalOf(CelType.Dyn));
    }
}
