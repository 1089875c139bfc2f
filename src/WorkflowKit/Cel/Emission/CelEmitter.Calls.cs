using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>Calls of functions: the method is the one whose parameters the arguments fit best.</summary>
internal sealed partial class CelEmitter
{
    private const int NoFit = 1_000_000;

    // Where a method takes dynamic values, it takes those that a double could not hold exactly, however many the arguments are.
    private const int LosesDigits = 10_000;

    // Kinds whose .NET types are equal and in order as CEL has it. Doubles are not: NaN.
    private static readonly HashSet<CelTypeKind> ComparedAlike =
        [CelTypeKind.Bool, CelTypeKind.Int, CelTypeKind.UInt, CelTypeKind.String, CelTypeKind.Timestamp, CelTypeKind.Duration];

    private Emitted Function(FunctionNode node)
    {
        List<Emitted> arguments = [.. node.Arguments.Select(Emit)];
        if (node.Overload.Method == nameof(Cel.Of))
            return ToValue(arguments[0]);

        if (node is { Overload.Method: nameof(Cel.ToTimestamp) or nameof(Cel.ToDuration), Arguments: [ConstantNode { Value: string text }] } && Time(node.Overload.Method, text) is { } time)
            return time;

        _growth += Growing.Contains(node.Overload.Method) ? 1 : 0;
        var best = CelMethods.Find(node.Overload.Method, arguments.Count)
            .Select(method => (Method: method, Cost: CostOf(method, arguments, node)))
            .OrderBy(candidate => candidate.Cost)
            .FirstOrDefault();
        if (best.Method is not { } found || best.Cost >= NoFit)
            throw new InvalidOperationException($"The runtime has no method for {node.Overload.Signature}.");

        Dictionary<string, CelType> bound = [];
        var written = arguments.Select((argument, i) => Passed(argument, node.Arguments[i], found.ParameterAt(i), bound)).ToList();

        // What stands in for an absent value is evaluated only where it is absent.
        if (node.Overload.Method is nameof(Cel.OrValue) or nameof(Cel.OptionalOr) && node.Arguments[^1].CanFail)
            written[^1] = $"() => {written[^1]}";
        var held = HeldBy(found.Result, bound);

        // An optional is a nullable where its type is known; of dynamic arguments a dynamic optional comes out, whatever its type.
        return new(
            $"Cel.{Code.Identifier(node.Overload.Method)}({Code.CommaList(written)})",
            node.Overload.Result is OptionalType optional && !(held.IsDynamic && optional.Inner.IsDynamic) ? CelType.OptionalOf(held) : held);
    }

    private static int CostOf(CelMethod method, List<Emitted> arguments, FunctionNode node)
    {
        var cost = 0;
        Dictionary<string, CelType> bound = [];
        if (arguments is [{ Held: ListType { Item: var item } }, ..] && method.IsComparing && (item is EnumType || !ComparedAlike.Contains(item.Kind)))
            return NoFit;
        for (var i = 0; i < arguments.Count; i++)
            cost += IsWrittenOut(node.Arguments[i], method.ParameterAt(i)) && !node.IsDynamic ? 0 : CostOf(method.ParameterAt(i), arguments[i].Held, node.IsDynamic || node.Overload.ParameterAt(i).Kind == CelTypeKind.Dyn, bound);

        // math.least(1) beside math.least([1]): what is written out is not a list.
        return cost + (method.IsVariadic ? 1 : 0);
    }

    // A list that is written out needs no other form where dynamic items are wanted.
    private static bool IsWrittenOut(CheckedNode argument, Type parameter) =>
        parameter == typeof(IReadOnlyList<CelValue>) && argument is ItemsNode { Items: { Count: > 0 } items } && items.All(item => !item.IsOptional);

    private static int CostOf(Type parameter, CelType held, bool isDynamic, Dictionary<string, CelType> bound)
    {
        if (parameter == typeof(CelValue))
            return held.IsDynamic ? 0 : 20;
        if (isDynamic || held is NullableType)
            return NoFit;
        if (parameter.IsGenericParameter)
        {
            if (bound.TryGetValue(parameter.Name, out var before) && !before.IsHeldLike(held))
                return NoFit;
            bound[parameter.Name] = held;
            return 2;
        }

        if (parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return held is ListType { IsIndexed: true } list
                ? CostOfInner(parameter.GetGenericArguments()[0], list.Item, bound)
                : held is ListType other ? 10 + CostOfInner(parameter.GetGenericArguments()[0], other.Item, bound)
                : held.IsDynamic && parameter.GetGenericArguments()[0] == typeof(CelValue) ? 25 : NoFit;
        }

        if (parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return held is MapType map && IsReadOnlyDictionary(map) ? 1 : NoFit;
        if (held is EnumType)
            return parameter == typeof(string) ? 3 : NoFit;
        if (held is ScalarType scalar && KindOf(parameter) is { } kind)
        {
            return kind == scalar.Kind ? (scalar.Clr == parameter ? 0 : 1)
                : kind == CelTypeKind.Double && scalar.IsNumber ? (scalar.Kind == CelTypeKind.Decimal ? LosesDigits : 5)
                : NoFit;
        }

        return !held.IsDynamic || KindOf(parameter) is not { } wanted ? NoFit : wanted == CelTypeKind.Double ? LosesDigits : 22;
    }

    private static int CostOfInner(Type parameter, CelType item, Dictionary<string, CelType> bound)
    {
        if (parameter.IsGenericParameter)
            return CostOf(parameter, item, false, bound);
        if (parameter == typeof(CelValue))
            return item.Kind == CelTypeKind.Dyn && item is not DynamicType ? 0 : 21;
        if (parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return item is ListType { Clr: null } inner ? CostOfInner(parameter.GetGenericArguments()[0], inner.Item, bound) : NoFit;
        return item is ScalarType scalar && scalar.Clr == parameter ? 0 : KindOf(parameter) == item.Kind ? 12 : NoFit;
    }

    private Code Passed(Emitted argument, CheckedNode syntax, Type parameter, Dictionary<string, CelType> bound)
    {
        if (IsWrittenOut(syntax, parameter))
            return $"[{Code.CommaList(((ItemsNode)syntax).Items.Select(item => ToValue(item.Value).Code))}]";
        if (parameter.IsGenericParameter)
        {
            bound[parameter.Name] = argument.Held;
            return argument.Code;
        }

        if (parameter == typeof(CelValue))
            return ToValue(argument).Code;
        if (KindOf(parameter) is { } kind)
            return kind == CelTypeKind.Int && argument.Held.Kind == kind ? Number(argument, syntax, kind) : Convert(argument, ScalarType.Canonical(kind)).Code;
        if (parameter.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return argument.Code;

        var item = parameter.GetGenericArguments()[0];
        return item switch
        {
            { IsGenericParameter: true } => Bind(item, argument),
            _ when item == typeof(CelValue) => Convert(argument, CelType.ListOf(CelType.Dyn)).Code,
            _ when KindOf(item) is { } scalar => Convert(argument, CelType.ListOf(ScalarType.Canonical(scalar))).Code,
            _ => Bind(item.GetGenericArguments()[0], argument),
        };

        Code Bind(Type place, Emitted list)
        {
            var (code, held) = list.Held is ListType { IsIndexed: true } ? (list.Code, list.Held) : Indexed(list);
            var inner = ((ListType)held).Item;
            bound[place.Name] = item.IsGenericParameter ? inner : ((ListType)inner).Item;
            return code;
        }

        (Code, CelType) Indexed(Emitted list)
        {
            var converted = Convert(list, CelType.ListOf(((ListType)list.Held).Item));
            return (converted.Code, converted.Held);
        }
    }

    private static CelTypeKind? KindOf(Type parameter) =>
        parameter == typeof(long) ? CelTypeKind.Int
        : parameter == typeof(ulong) ? CelTypeKind.UInt
        : parameter == typeof(double) ? CelTypeKind.Double
        : parameter == typeof(decimal) ? CelTypeKind.Decimal
        : parameter == typeof(bool) ? CelTypeKind.Bool
        : parameter == typeof(string) ? CelTypeKind.String
        : parameter == typeof(ReadOnlyMemory<byte>) ? CelTypeKind.Bytes
        : parameter == typeof(CelTimestamp) ? CelTypeKind.Timestamp
        : parameter == typeof(CelDuration) ? CelTypeKind.Duration
        : null;

    private static CelType HeldBy(Type result, Dictionary<string, CelType> bound)
    {
        if (result.IsGenericParameter)
            return bound[result.Name];
        if (result == typeof(CelValue))
            return CelType.Dyn;
        if (KindOf(result) is { } kind)
            return ScalarType.Canonical(kind);
        var arguments = result.GetGenericArguments();
        return result.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? CelType.ListOf(HeldBy(arguments[0], bound))
            : CelType.MapOf(HeldBy(arguments[0], bound), HeldBy(arguments[1], bound));
    }
}
