using WorkflowKit.CelSyntax;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelChecking;

/// <summary>
/// Evaluates what an expression is in every run: literals, operators, and the functions that cost no more than their text is long. Logic needs
/// only the side that decides, as when it runs: <c>false &amp;&amp; inputs.a</c> is false.
/// </summary>
internal static class ConstantFolder
{
    private static readonly Dictionary<string, Func<CelValue, CelValue>> Unary = new(StringComparer.Ordinal)
    {
        ["!_"] = static value => Cel.Of(Cel.Not(value)),
        ["-_"] = Cel.Negate,
        ["size"] = static value => Cel.Of(Cel.Size(value)),
        ["int"] = static value => Cel.Of(Cel.ToInt(value)),
        ["uint"] = static value => Cel.Of(Cel.ToUInt(value)),
        ["double"] = static value => Cel.Of(Cel.ToDouble(value)),
        ["string"] = static value => Cel.Of(Cel.ToText(value)),
        ["bool"] = static value => Cel.Of(Cel.ToBool(value)),
        ["dyn"] = static value => value,
        ["lowerAscii"] = static value => Cel.Of(Cel.LowerAscii(value)),
        ["upperAscii"] = static value => Cel.Of(Cel.UpperAscii(value)),
        ["trim"] = static value => Cel.Of(Cel.Trim(value)),
    };

    private static readonly Dictionary<string, Func<CelValue, CelValue, CelValue>> Binary = new(StringComparer.Ordinal)
    {
        ["_+_"] = Cel.Add,
        ["_-_"] = Cel.Subtract,
        ["_*_"] = Cel.Multiply,
        ["_/_"] = Cel.Divide,
        ["_%_"] = Cel.Modulo,
        ["_==_"] = static (left, right) => Cel.Of(Cel.AreEqual(left, right)),
        ["_!=_"] = static (left, right) => Cel.Of(!Cel.AreEqual(left, right)),
        ["_<_"] = static (left, right) => Cel.Of(Cel.Less(left, right)),
        ["_<=_"] = static (left, right) => Cel.Of(Cel.LessOrEqual(left, right)),
        ["_>_"] = static (left, right) => Cel.Of(Cel.Greater(left, right)),
        ["_>=_"] = static (left, right) => Cel.Of(Cel.GreaterOrEqual(left, right)),
        ["@in"] = static (item, container) => Cel.Of(Cel.In(item, container)),
        ["startsWith"] = static (text, part) => Cel.Of(Cel.StartsWith(text, part)),
        ["endsWith"] = static (text, part) => Cel.Of(Cel.EndsWith(text, part)),
        ["contains"] = static (text, part) => Cel.Of(Cel.Contains(text, part)),
    };

    /// <summary>The value; <see langword="null"/>: it depends on the run, or evaluating it fails.</summary>
    public static CelValue? Fold(CelNode node)
    {
        try
        {
            return Value(node);
        }
        catch (CelException)
        {
            return null;
        }
    }

    private static CelValue? Value(CelNode node) => node switch
    {
        LiteralNode literal => Cel.OfObject(literal.Value),
        CallNode { Function: "_&&_", Arguments: [var left, var right] } => Decided(left, right, by: false),
        CallNode { Function: "_||_", Arguments: [var left, var right] } => Decided(left, right, by: true),
        CallNode call => Call(call),
        ConditionalNode choice => Fold(choice.Condition) is { Kind: CelKind.Bool } condition ? Value(Cel.AsBool(condition) ? choice.Then : choice.Otherwise) : null,
        ListNode list => All(list.Items.Select(static item => item.IsOptional ? null : Value(item.Value))) is { } items ? Cel.Of(items) : null,
        MapNode map => Map(map),
        _ => null,
    };

    private static CelValue? Decided(CelNode left, CelNode right, bool by)
    {
        var (one, other) = (Fold(left), Fold(right));
        if (Is(one, by) || Is(other, by))
            return Cel.Of(by);
        return Is(one, !by) && Is(other, !by) ? Cel.Of(!by) : null;
    }

    private static bool Is(CelValue? value, bool wanted) => value is { Kind: CelKind.Bool } known && Cel.AsBool(known) == wanted;

    private static CelValue? Call(CallNode call)
    {
        IEnumerable<CelNode> arguments = call.Target is null ? call.Arguments : call.Arguments.Prepend(call.Target);
        return All(arguments.Select(Value)) switch
        {
            [var one] when Unary.TryGetValue(call.Function, out var function) => function(one),
            [var one, var other] when Binary.TryGetValue(call.Function, out var function) => function(one, other),
            _ => null,
        };
    }

    private static CelValue? Map(MapNode map)
    {
        if (map.Entries.Any(static entry => entry.IsOptional))
            return null;
        return All(map.Entries.Select(static entry => Value(entry.Key))) is { } keys && All(map.Entries.Select(static entry => Value(entry.Value))) is { } values
            ? Cel.MapOf([.. keys.Zip(values, static (key, value) => (key, value, false))])
            : null;
    }

    private static List<CelValue>? All(IEnumerable<CelValue?> values)
    {
        var all = new List<CelValue>();
        foreach (var value in values)
        {
            if (value is not { } known)
                return null;
            all.Add(known);
        }

        return all;
    }
}
