namespace WorkflowKit.Emission;

/// <summary>
/// Spells .NET types in emitted code: C#'s own words for its own types, short names for the few that every emitted file imports, the names
/// that the emitter gave to step classes, and <c>global::</c> for all else. Not thread-safe: one a file.
/// </summary>
internal sealed class TypeSpelling(Func<Type, string?>? shortName = null)
{
    private static readonly Dictionary<Type, Code> Words = new()
    {
        [typeof(void)] = $"void", [typeof(object)] = $"object", [typeof(string)] = $"string", [typeof(bool)] = $"bool",
        [typeof(char)] = $"char", [typeof(byte)] = $"byte", [typeof(sbyte)] = $"sbyte", [typeof(short)] = $"short",
        [typeof(ushort)] = $"ushort", [typeof(int)] = $"int", [typeof(uint)] = $"uint", [typeof(long)] = $"long",
        [typeof(ulong)] = $"ulong", [typeof(float)] = $"float", [typeof(double)] = $"double", [typeof(decimal)] = $"decimal",
    };

    private readonly Dictionary<Type, Code> _aliases = [];

    /// <summary>The namespaces that every emitted file imports; names from them are spelled short.</summary>
    public static IReadOnlyList<string> ImportedNamespaces { get; } =
        ["System", "System.Collections.Generic", "System.Text.Json", "System.Threading.Tasks", "WorkflowKit", "WorkflowKit.Expressions", "WorkflowKit.Runs"];

    /// <summary>Gives a type a name of its own; its nested types are spelled through it.</summary>
    public void Alias(Type type, string name) => _aliases[type] = Code.Identifier(name);

    public Code Of(Type type)
    {
        if (_aliases.TryGetValue(type, out var alias))
            return alias;
        if (Words.TryGetValue(type, out var word))
            return word;
        if (type.IsArray)
            return ArrayOf(type);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";
        return Named(type, type.GetGenericArguments());
    }

    private Code ArrayOf(Type type)
    {
        // int[][,] is an array of two-dimensional arrays: the ranks of the outer ones come first.
        var element = type;
        Code ranks = Code.Empty;
        while (element.IsArray)
        {
            var commas = Code.Join(Code.Empty, Enumerable.Repeat<Code>($",", element.GetArrayRank() - 1));
            ranks = $"{ranks}[{commas}]";
            element = element.GetElementType()!;
        }

        return $"{Of(element)}{ranks}";
    }

    private Code Named(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType;
        var outerArity = outer?.GetGenericArguments().Length ?? 0;
        var name = type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var simple = Code.Identifier(tick < 0 ? name : name[..tick]);
        if (arguments.Length > outerArity)
            simple = $"{simple}<{Code.CommaList(arguments[outerArity..].Select(Of))}>";

        if (outer is not null)
        {
            var prefix = _aliases.TryGetValue(outer, out var alias) ? alias : Named(outer, arguments[..outerArity]);
            return $"{prefix}.{simple}";
        }

        if (IsWellKnown(type))
            return simple;
        if (shortName?.Invoke(type) is { } given)
            return Code.Identifier(given);
        return string.IsNullOrEmpty(type.Namespace) ? (Code)$"global::{simple}" : $"global::{Code.QualifiedName(type.Namespace)}.{simple}";
    }

    // Only the framework's own and ours: a host's type of an imported namespace could clash with one of them.
    private static bool IsWellKnown(Type type) =>
        ImportedNamespaces.Contains(type.Namespace)
        && (type.Assembly == typeof(object).Assembly
            || type.Assembly == typeof(System.Text.Json.JsonElement).Assembly
            || type.Assembly == typeof(StepContext).Assembly);
}
