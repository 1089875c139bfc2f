using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary>
/// Gives the host's types short names in an emitted file: <c>using GetOrder = Shop.GetOrder;</c>. A type whose name means something else there
/// already keeps its full name.
/// </summary>
/// <param name="isTaken">Whether a name is one of the file's own: a record, a local.</param>
internal sealed class TypeAliases(Func<string, bool> isTaken)
{
    private static readonly HashSet<string> Known =
    [
        // What the files import, and the members that a workflow has.
        .. new[] { typeof(object).Assembly, typeof(System.Text.Json.JsonElement).Assembly, typeof(StepContext).Assembly, typeof(Microsoft.Extensions.Logging.LogLevel).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.Namespace is { } name && (TypeSpelling.ImportedNamespaces.Contains(name) || name is "WorkflowKit.Definitions" or "Microsoft.Extensions.Logging"))
            .Select(type => type.Name.Split('`')[0]),
        .. typeof(Runs.CompiledWorkflow).GetMembers().Select(member => member.Name),
    ];

    private static readonly HashSet<string> OurNamespaces =
    [
        "Compiled",
        .. typeof(StepContext).Assembly.GetExportedTypes().Select(type => type.Namespace?.Split('.')).Where(parts => parts is ["WorkflowKit", ..]).SelectMany(parts => parts!.Skip(1)),
    ];

    private readonly SortedDictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>The <c>using</c> lines of the names that were given.</summary>
    public IEnumerable<Code> Usings => _types.Select(pair => (Code)$"using {Code.Identifier(pair.Key)} = {Root(pair.Value)}{Code.QualifiedName(pair.Value.FullName!)};");

    // Inside of our namespace a name may mean something of ours first.
    private static Code Root(Type type) =>
        type.Namespace is { Length: > 0 } name && name.Split('.')[0] is var first && !Known.Contains(first) && !OurNamespaces.Contains(first) ? Code.Empty : $"global::";

    /// <summary>A short name for a type, or <see langword="null"/> where it has to keep its full one.</summary>
    public string? NameOf(Type type)
    {
        if (type.IsGenericType || Known.Contains(type.Name) || type.Name.EndsWith("Workflow", StringComparison.Ordinal) || isTaken(type.Name))
            return null;
        if (_types.TryGetValue(type.Name, out var other))
            return other == type ? type.Name : null;

        _types.Add(type.Name, type);
        return type.Name;
    }
}
