using System.Globalization;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>What expressions end in: names and literals.</summary>
internal sealed partial class TypedExpressionGrower
{
    private static string Literal(string text) => $"{GrownExpression.Open}{text}{GrownExpression.Close}";

    private string Leaf(CelType wanted)
    {
        var locals = _locals.Where((local, i) => Serves(local.Type, wanted) && !_locals.Skip(i + 1).Any(later => later.Name == local.Name)).ToList();
        if (locals.Count > 0 && random.Next(3) > 0)
            return OneOf([.. locals]).Name;
        var paths = place.Roots.Where(path => Serves(path.Type, wanted)).ToList();
        if (paths.Count == 0 || random.Next(3) == 0)
            return Constant(wanted, 0);
        var found = OneOf([.. paths]);
        if (found.Text.Split('.')[0] is var root && _locals.Exists(local => local.Name == root))
            return Constant(wanted, 0);
        var isGuarded = found.Guard is not null && random.Next(6) > 0;
        _tellsNull |= found.TellsNull || !isGuarded && found.Guard is not null;
        return isGuarded ? $"({found.Guard} ? {found.Text} : {Constant(wanted, 0)})" : found.Text;
    }

    // A nullable value fails where it is null; that is a case, too.
    private bool Serves(CelType found, CelType wanted) => (found, wanted) switch
    {
        (_, { Kind: CelTypeKind.Dyn }) => true,
        (EnumType, { Kind: CelTypeKind.String }) => true,
        ({ Kind: CelTypeKind.Decimal }, { Kind: CelTypeKind.Double }) => true,
        (NullableType a, OptionalType) => false,
        (NullableType a, _) => random.Next(3) == 0 && Serves(a.Inner, wanted),
        (ListType a, ListType b) => Serves(a.Item, b.Item),
        (MapType a, MapType b) => Serves(a.Key, b.Key) && Serves(a.Value, b.Value),
        (OptionalType a, OptionalType b) => Serves(a.Inner, b.Inner),
        (ObjectType, MapType { Key.Kind: CelTypeKind.String }) => random.Next(3) == 0,
        ({ Kind: CelTypeKind.Dyn }, _) => random.Next(12) == 0,
        _ => found.Kind == wanted.Kind,
    };

    private string Constant(CelType type, int depth) => type switch
    {
        ListType list => random.Next(5) == 0 ? "[]" : $"[{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Constant(list.Item, depth + 1)))}]",
        MapType map => random.Next(5) == 0 ? "{}" : $"{{{string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(i => $"{Key(map.Key, i)}: {Constant(map.Value, depth + 1)}"))}}}",
        OptionalType optional => random.Next(4) == 0 ? "optional.none()" : $"optional.of({Constant(optional.Inner, depth + 1)})",
        _ => Scalar(type.Kind),
    };

    private string Key(CelType type, int i) => type.Kind switch
    {
        CelTypeKind.Int => Literal(i.ToString(CultureInfo.InvariantCulture)),
        CelTypeKind.UInt => Literal($"{i}u"),
        CelTypeKind.Bool => Literal(i == 0 ? "true" : "false"),
        _ => Literal(i == 0 ? OneOf("'a'", "'k'") : "'b'"),
    };

    private string Scalar(CelTypeKind kind) => kind switch
    {
        CelTypeKind.Bool => Literal(OneOf("true", "false")),
        CelTypeKind.Int => Literal(OneOf("0", "1", "2", "3", "-1", "7", "64", "0x7f", "9223372036854775807", "-9223372036854775808", "4294967296", "1000")),
        CelTypeKind.UInt => Literal(OneOf("0u", "1u", "2u", "18446744073709551615u", "0xffu")),
        CelTypeKind.Double or CelTypeKind.Decimal => Literal(OneOf("0.0", "1.5", "-2.25", "1e300", "-1e-300", "0.1", "3.0", "-0.0", "9007199254740993.0")),
        CelTypeKind.String => Literal(Text()),
        CelTypeKind.Bytes => Literal(OneOf("b''", "b'abc'", "b'\\xff\\x00'", "b'\\u00e9'")),
        CelTypeKind.Timestamp => $"timestamp({Literal(OneOf("'2026-02-28T13:30:00Z'", "'1970-01-01T00:00:00.5+02:00'", "'0001-01-01T00:00:00Z'", "'9999-12-31T23:59:59.999999999Z'"))})",
        CelTypeKind.Duration => $"duration({Literal(OneOf("'90s'", "'-1h30m'", "'1.5ms'", "'0s'", "'PT1H'", "'123456789s'"))})",
        CelTypeKind.Null => "null",
        CelTypeKind.Type => OneOf("int", "string", "list", "null_type", "google.protobuf.Timestamp"),
        _ => Constant(OneOf(Simple), 0),
    };

    private string Text() => random.Next(4) == 0 ? ExpressionGrower.Quoted(HostileText.Text(random)) : OneOf("''", "'a'", "'b'", "'x'", "'Hello'", "'1'", "'true'", "'a,b,c'", "'é漢\U0001F600'", "r'\\d'", "'red'", "'calm'", "\"it's\"", "'''q'''");

    private static string[]? TextsFor(string function, int argument) => (function, argument) switch
    {
        ("matches", _) or ("regex.extract" or "regex.extractAll" or "regex.replace", 1) => ["'a+'", "'(x)'", "'[a-z]*'", "'^\\\\w+$'", "'('", "'.'", "'(?i)HELLO'"],
        ("regex.replace", 2) => ["'-'", "'\\\\1'", "'\\\\2'", "''"],
        ("format", -1) => ["'%s'", "'%s and %d'", "'%.2f'", "'%x%%'", "'%e'", "'%b'", "'%z'", "''"],
        ("base64.decode", 0) => ["'YWJj'", "'YQ'", "'???'"],
        ("duration", 0) => ["'1h'", "'PT5M'", "'-3s'", "'soon'"],
        ("timestamp", 0) => ["'2026-01-01T00:00:00Z'", "'2024-02-30T00:00:00Z'"],
        ("int" or "uint" or "double" or "bool", 0) => null,
        (_, 0) when function.StartsWith("get", StringComparison.Ordinal) => ["'Europe/Zurich'", "'+02:00'", "'UTC'", "'Mars'"],
        ("lists.range", 0) => ["0", "3", "10", "-1"],
        ("flatten", 0) => ["0", "1", "2", "-1"],
        _ => null,
    };
}
