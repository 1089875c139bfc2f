using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>
/// Grows expressions of a wanted type over all operators, macros and functions. Most are well-typed; the few that are not are refused by the checker.
/// Literals stand between marks, so that they can be made dynamic.
/// </summary>
internal sealed partial class TypedExpressionGrower(Random random, Place place)
{
    private const int Deepest = 4;

    private static readonly CelType[] Simple =
        [CelType.Bool, CelType.Int, CelType.UInt, CelType.Double, CelType.String, CelType.Bytes, CelType.Timestamp, CelType.Duration];

    private static readonly List<(string Name, Overload Overload)> Functions =
        [.. FunctionTable.Names.Where(name => name != "dyn").SelectMany(name => FunctionTable.Find(name).Select(overload => (name, overload)))];

    private readonly List<(string Name, CelType Type)> _locals = [];
    private int _left;
    private bool _tellsNull;

    /// <summary>Grows one.</summary>
    /// <param name="seed">Where it comes from.</param>
    /// <param name="place">What it may read.</param>
    public static GrownExpression Grow(int seed, Place place)
    {
        var grower = new TypedExpressionGrower(new Random(seed), place) { _left = 4 + seed % 40 };
        var text = grower.Of(grower.AnyType(0), 0);
        return new(text, grower._tellsNull);
    }

    private string Of(CelType wanted, int depth)
    {
        if (_left-- <= 0 || depth >= Deepest)
            return Leaf(wanted);
        return random.Next(12) switch
        {
            0 or 1 => Leaf(wanted),
            2 => $"({Of(CelType.Bool, depth + 1)} ? {Of(wanted, depth + 1)} : {Of(wanted, depth + 1)})",
            3 => Bound(wanted, depth),
            4 => OutOfSomething(wanted, depth),
            5 or 6 or 7 => Called(wanted, depth) ?? Made(wanted, depth),
            _ => Made(wanted, depth),
        };
    }

    private CelType AnyType(int depth) => random.Next(depth > 1 ? 8 : 14) switch
    {
        8 or 9 => CelType.ListOf(AnyType(depth + 1)),
        10 => CelType.MapOf(OneOf(CelType.String, CelType.String, CelType.Int, CelType.Bool, CelType.UInt), AnyType(depth + 1)),
        11 => CelType.OptionalOf(AnyType(depth + 1)),
        12 => CelType.Dyn,
        13 => OneOf(CelType.Null, CelType.Type, CelType.Bool),
        _ => OneOf(Simple),
    };

    // cel.bind(v, 1, v + 1)
    private string Bound(CelType wanted, int depth)
    {
        var type = AnyType(1);
        var value = Of(type, depth + 1);
        var name = NewLocal(type);
        var body = Of(wanted, depth + 1);
        EndLocals(1);
        return $"cel.bind({name}, {value}, {body})";
    }

    private string OutOfSomething(CelType wanted, int depth)
    {
        switch (random.Next(6))
        {
            case 0:
                return $"{Of(CelType.ListOf(wanted), depth + 1)}[{Of(CelType.Int, depth + 1)}]";
            case 1:
                return $"{Of(CelType.MapOf(CelType.String, wanted), depth + 1)}[{Of(CelType.String, depth + 1)}]";
            case 2 or 3:
                return $"{Of(CelType.OptionalOf(wanted), depth + 1)}.orValue({Of(wanted, depth + 1)})";
            case 4:
                return $"{Of(CelType.OptionalOf(wanted), depth + 1)}.value()";
            default:
                return $"{Of(CelType.MapOf(CelType.String, wanted), depth + 1)}.{OneOf("a", "b", "k")}";
        }
    }

    private string? Called(CelType wanted, int depth)
    {
        var fitting = Functions.Where(one => Unify(one.Overload.Result, wanted, [])).ToList();
        if (fitting.Count == 0)
            return null;
        var (name, overload) = fitting[random.Next(fitting.Count)];
        Dictionary<string, CelType> bound = [];
        Unify(overload.Result, wanted, bound);
        var parameters = overload.Parameters.Concat(Enumerable.Repeat(overload.IsVariadic ? overload.Parameters[^1] : CelType.Dyn, overload.IsVariadic ? random.Next(3) : 0)).ToList();
        var arguments = parameters.Select((parameter, i) =>
            TextsFor(name, i - (overload.IsMember ? 1 : 0)) is { } texts && random.Next(5) > 0 ? Literal(texts[random.Next(texts.Length)]) : Of(Substitute(parameter, bound), depth + 1)).ToList();
        return overload.IsMember
            ? $"{arguments[0]}.{name}({string.Join(", ", arguments.Skip(1))})"
            : $"{name}({string.Join(", ", arguments)})";
    }

    private static bool Unify(CelType result, CelType wanted, Dictionary<string, CelType> bound)
    {
        if (result is TypeParameter place)
            return bound.TryAdd(place.Name, wanted);
        return (result, wanted) switch
        {
            (ListType a, ListType b) => Unify(a.Item, b.Item, bound),
            (MapType a, MapType b) => Unify(a.Key, b.Key, bound) && Unify(a.Value, b.Value, bound),
            (OptionalType a, OptionalType b) => a.Inner.IsDynamic || Unify(a.Inner, b.Inner, bound),
            _ => result.Kind == wanted.Kind,
        };
    }

    private CelType Substitute(CelType type, Dictionary<string, CelType> bound) => type switch
    {
        TypeParameter place => bound.TryGetValue(place.Name, out var known) ? known : bound[place.Name] = random.Next(3) == 0 ? AnyType(1) : OneOf(Simple),
        ListType list => CelType.ListOf(Substitute(list.Item, bound)),
        MapType map => CelType.MapOf(Substitute(map.Key, bound), Substitute(map.Value, bound)),
        OptionalType optional => CelType.OptionalOf(Substitute(optional.Inner, bound)),
        { Kind: CelTypeKind.Dyn } => AnyType(1),
        _ => type,
    };

    private string NewLocal(CelType type)
    {
        var name = OneOf("x", "v", "item", "scene", "i", "value", "class", "await", "Cel") + (random.Next(3) == 0 ? "" : (_locals.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (name is "await" or "Cel" or "class")
            name = "n" + name;
        _locals.Add((name, type));
        return name;
    }

    private void EndLocals(int count) => _locals.RemoveRange(_locals.Count - count, count);

    private T OneOf<T>(params T[] all) => all[random.Next(all.Length)];
}
