using WorkflowKit.Binding;
using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Documents;

/// <summary>
/// What the text of a definition means, as far as it can be told while somebody is typing it. What it hands out is not thread-safe; who uses it holds its lock.
/// </summary>
internal sealed class DocumentModel : IBindingObserver
{
    private readonly Dictionary<SourceValue, Seen> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceValue, NameScope> _stepNames = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SeenStep> _steps = new(StringComparer.Ordinal);

    private DocumentModel(SourceText source, SourceValue? root) => (Source, Root) = (source, root);

    public SourceText Source { get; }

    /// <summary>The document; <see langword="null"/> where the text does not begin with an object, or is larger than the host allows.</summary>
    public SourceValue? Root { get; }

    /// <summary>The definition, as much of it as can be read.</summary>
    public WorkflowDefinition? Definition { get; private init; }

    /// <summary>All steps by id, inner ones included; where an id came twice, the first.</summary>
    public IReadOnlyDictionary<string, SeenStep> Steps => _steps;

    public static DocumentModel Of(SourceText source, StepCatalogue catalogue, DefinitionLimits limits, CancellationToken cancellationToken)
    {
        if (source.Text.Length > limits.MaxBytes || TolerantReader.Read(source) is not { } root)
            return new(source, null);

        cancellationToken.ThrowIfCancellationRequested();
        var definition = new DefinitionReader(source, new(source, root, limits, new DiagnosticBag())).Read(root);
        cancellationToken.ThrowIfCancellationRequested();
        var model = new DocumentModel(source, root) { Definition = definition };
        ProgramBinder.Bind(definition, catalogue, limits, new DiagnosticBag(), model);
        return model;
    }

    public void Saw(SourceValue value, NameScope names, CelType wanted) => _places[value] = new(names, wanted);

    public void Saw(StepDefinition step, NameScope names) => _stepNames[step.Source] = names;

    public void Saw(SeenStep step) => _steps.TryAdd(step.Step.Id, step);

    /// <summary>The type that the place of a value wants; dyn where it wants none.</summary>
    /// <param name="cursor">A place in or at the value.</param>
    /// <param name="value">The cursor's value, or one of the objects and arrays around it.</param>
    public CelType WantedAt(JsonCursor cursor, SourceValue value)
    {
        var wanted = CelType.Dyn;
        foreach (var (container, name) in cursor.Path)
        {
            wanted = _places.TryGetValue(container, out var seen) ? seen.Wanted : wanted;
            if (container == value)
                return wanted;
            wanted = MemberOf(wanted.WithoutNull, container, name);
        }

        return _places.TryGetValue(value, out var own) ? own.Wanted : wanted;
    }

    private static CelType MemberOf(CelType owner, SourceValue container, string? name) => (owner, container.Kind) switch
    {
        (ObjectType type, SourceValueKind.Object) when name is not null => type.Find(name)?.Type ?? CelType.Dyn,
        (MapType map, SourceValueKind.Object) => map.Value,
        (ListType list, SourceValueKind.Array) => list.Item,
        _ => CelType.Dyn,
    };

    /// <summary>The names that an expression at a place can use.</summary>
    public NameScope NamesAt(JsonCursor cursor)
    {
        if (cursor.Value is { } value && _places.TryGetValue(value, out var seen))
            return seen.Names;
        for (var i = cursor.Path.Count - 1; i >= 0; i--)
        {
            var container = cursor.Path[i].Container;
            if (_places.TryGetValue(container, out seen))
                return seen.Names;
            if (_stepNames.TryGetValue(container, out var names))
                return names;
        }

        return new NameScope();
    }
}
