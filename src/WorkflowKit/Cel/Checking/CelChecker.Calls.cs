using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>Calls of functions.</summary>
internal sealed partial class CelChecker
{
    private CheckedNode Call(CallNode call, Facts facts)
    {
        // math.greatest(1, 2) is a function with a dotted name, unless math is a value here.
        if (call.Target is not null && DottedName(call.Target) is { } prefix && !IsInScope(prefix))
        {
            var name = $"{prefix}.{call.Function}";
            if (FunctionTable.Find(name) is { Count: > 0 } overloads)
                return Invoke(call, name, overloads, call.Target.Range.To(call.FunctionRange), [.. call.Arguments.Select(a => Argument(a, facts))], facts);
            if (FunctionTable.Names.Any(known => known.StartsWith(prefix + ".", StringComparison.Ordinal)))
                return UnknownFunction(call, name, FunctionTable.Names);
        }

        if (IsUnknownMacro(call))
            return NoSuchFunction(call, isMember: true);

        List<CelNode> syntax = call.Target is null ? [.. call.Arguments] : [call.Target, .. call.Arguments];
        List<CheckedNode> arguments = [.. syntax.Select(argument => Argument(argument, facts))];
        if (call.Target is not null && arguments[0].Type is OptionalType { Inner.IsDynamic: false } && OptionalCall(call, arguments, facts) is { } optional)
            return optional;

        var isMember = call.Target is not null;
        var found = FunctionTable.Find(call.Function).Where(overload => overload.IsMember == isMember).ToList();
        return found.Count == 0
            ? NoSuchFunction(call, isMember)
            : Invoke(call, call.Function, found, call.FunctionRange, arguments, facts);
    }

    private bool IsInScope(string dotted)
    {
        var first = dotted.Split('.')[0];
        return _scope.Find(first) is not null || _variables.Exists(v => v.Variable.Name == first);
    }

    private CheckedNode Argument(CelNode syntax, Facts facts) => Narrowed(Present(Check(syntax, facts), facts), facts);

    // The name in it is no mistake: list.some(x, x > 1).
    private bool IsUnknownMacro(CallNode call) =>
        call.Target is not null && call.Arguments is [NameNode { IsRooted: false } name, _, ..] && !IsInScope(name.Name) && FunctionTable.Find(call.Function).Count == 0;

    private BrokenNode NoSuchFunction(CallNode call, bool isMember)
    {
        if (FunctionTable.Find(call.Function).Count > 0)
        {
            var hint = isMember ? $"Write `{call.Function}({TextOf(call.Target!.Range)})`." : $"Call it on a value: `value.{call.Function}(...)`.";
            return Report(new ExpressionIssue(ExpressionDiagnostics.UnknownFunction, call.FunctionRange, [call.Function], hint) { Mending = TheOtherWayRound(call) });
        }

        return UnknownFunction(call, call.Function, FunctionTable.Names.Where(name => !name.Contains('.', StringComparison.Ordinal)).Concat(MacroNames));
    }

    private ExpressionMending? TheOtherWayRound(CallNode call)
    {
        if (call.Target is { } target)
            return call.Arguments.Count == 0 ? Instead($"{call.Function}({TextOf(target.Range)})") : null;
        if (call.Arguments is not [NameNode or SelectNode or IndexNode or CallNode or LiteralNode { Value: string }, ..] || call.Arguments[0] is CallNode inner && IsOperator(inner.Function))
            return null;
        return Instead($"{TextOf(call.Arguments[0].Range)}.{call.Function}({string.Join(", ", call.Arguments.Skip(1).Select(one => TextOf(one.Range)))})");

        ExpressionMending Instead(string text) => new($"Write {text}", (call.Range, text));
    }

    private static readonly string[] MacroNames =
        ["has", "all", "exists", "exists_one", "filter", "map", "transformList", "transformMap", "optMap", "optFlatMap", "sortBy"];

    private BrokenNode UnknownFunction(CallNode call, string name, IEnumerable<string> names)
    {
        var hint = ForeignNames.Function(name)
            ?? (MacroNames.Contains(name) ? "It takes a name and an expression, as in `list.exists(item, item > 10)`; `has` takes `value.member`." : DidYouMean.Hint(name, names));

        // Of a dotted name only the last part is marked.
        var prefix = name[..^call.Function.Length];
        if (prefix.Length > 0 && hint?.Replacement is { } whole)
            hint = hint with { Replacement = whole.StartsWith(prefix, StringComparison.Ordinal) ? whole[prefix.Length..] : null };
        return Report(new ExpressionIssue(ExpressionDiagnostics.UnknownFunction, call.FunctionRange, [name], hint) { Mending = InOperators(call) });
    }

    // The functions of spreadsheets: IF(a, b, c), AND(a, b), OR(a, b).
    private ExpressionMending? InOperators(CallNode call)
    {
        return (call.Target, call.Function.ToUpperInvariant(), call.Arguments) switch
        {
            (null, "IF" or "IIF", [var condition, var then, var otherwise]) => Instead($"({TextOf(condition.Range)} ? {TextOf(then.Range)} : {TextOf(otherwise.Range)})"),
            (null, "AND", [_, _, ..]) => Instead($"({string.Join(" && ", call.Arguments.Select(one => TextOf(one.Range)))})"),
            (null, "OR", [_, _, ..]) => Instead($"({string.Join(" || ", call.Arguments.Select(one => TextOf(one.Range)))})"),
            _ => null,
        };

        ExpressionMending Instead(string text) => new($"Write `{text}`", (call.Range, text));
    }

    private CheckedNode Invoke(
        CallNode call, string name, IReadOnlyList<Overload> overloads, TextRange range, List<CheckedNode> arguments, Facts facts)
    {
        if (UnreadableText.Explain(name, arguments) is { } unreadable)
            return Report(unreadable);

        // What is null where a value is needed fails with its name; only a place for any value takes null.
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type is NullableType && !overloads.Any(o => o.Takes(arguments.Count) && o.ParameterAt(i).Kind is CelTypeKind.Dyn or CelTypeKind.Parameter))
                arguments[i] = NotNull(arguments[i], facts);
        }

        var fitting = overloads.Where(o => o.Takes(arguments.Count)).ToList();
        var matches = fitting.Select(o => OverloadMatch.Try(o, arguments, widen: false)).OfType<OverloadMatch>().ToList();
        if (matches.Count == 0)
            matches = [.. fitting.Select(o => OverloadMatch.Try(o, arguments, widen: true)).OfType<OverloadMatch>().Take(1)];
        if (matches.Count == 0)
            return WrongArguments(call, name, overloads, range, arguments);

        if (matches.Find(match => !match.IsDynamic) is { } exact)
            return new FunctionNode(exact.Result, call.Range, exact.Overload, arguments, IsDynamic: false);
        var result = matches.Skip(1).All(m => m.Result.Is(matches[0].Result)) ? matches[0].Result : CelType.Dyn;
        return new FunctionNode(result, call.Range, matches[0].Overload, arguments, IsDynamic: true);
    }

    private BrokenNode WrongArguments(CallNode call, string name, IReadOnlyList<Overload> overloads, TextRange range, List<CheckedNode> arguments)
    {
        var given = arguments.Count == 0 ? "no arguments" : string.Join(", ", arguments.Select(a => Describe(a.Type)));
        var isMember = call.Target is not null && overloads[0].IsMember;
        if (isMember)
            given = arguments.Count == 1 ? $"{given} before the point and no arguments" : $"{Describe(arguments[0].Type)} before the point with {string.Join(", ", arguments.Skip(1).Select(a => Describe(a.Type)))}";
        return Report(new ExpressionIssue(ExpressionDiagnostics.Arguments, range, [name, given, string.Join(" or ", overloads.Select(o => $"`{o.Signature}`").Take(4))])
        {
            Mending = InQuotes(overloads, arguments),
        });
    }

    // A number or a bool where the function takes text.
    private static ExpressionMending? InQuotes(IReadOnlyList<Overload> overloads, List<CheckedNode> arguments)
    {
        var index = arguments.FindLastIndex(argument => argument is ConstantNode { Value: long or ulong or double or bool });
        if (index < 0)
            return null;
        List<CheckedNode> quoted = [.. arguments];
        quoted[index] = new ConstantNode(CelType.String, arguments[index].Range, "");
        return overloads.Any(overload => overload.Takes(quoted.Count) && OverloadMatch.Try(overload, quoted, widen: false) is not null)
            ? ExpressionMending.Surround("Put it between quotes", arguments[index].Range, "'", "'")
            : null;
    }

    // An optional of a known type is a nullable in C#; these are its functions.
    private CheckedNode? OptionalCall(CallNode call, List<CheckedNode> arguments, Facts facts)
    {
        var optional = arguments[0];
        var inner = ((OptionalType)optional.Type).Inner;
        switch (call.Function, arguments.Count)
        {
            case ("hasValue", 1):
                return new IsPresentNode(call.Range, optional);
            case ("value", 1):
                return facts.Has(optional.Path) ? new PresentNode(inner, optional) : new RequiredNode(inner, optional, TextOf(optional.Range));
            case ("orValue", 2):
                var type = arguments[1].IsEmptyList && inner is ListType ? inner : inner.Join(arguments[1].Type);
                if (!inner.CanEqual(arguments[1].Type) && arguments[1].Type.Kind != CelTypeKind.Null)
                {
                    return Report(
                        ExpressionDiagnostics.WrongType, arguments[1].Range, $"{Describe(inner)}, because it stands in for a missing one", Describe(arguments[1].Type));
                }

                return new OrValueNode(type, call.Range, optional, arguments[1]);
            case ("or", 2) when arguments[1].Type is OptionalType { Inner.IsDynamic: false } other && inner.IsHeldLike(other.Inner):
                return new OrValueNode(optional.Type, call.Range, optional, arguments[1]);
            default:
                return null;
        }
    }
}
