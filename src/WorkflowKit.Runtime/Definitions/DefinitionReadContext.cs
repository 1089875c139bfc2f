using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>What the readers of one definition share.</summary>
internal sealed class DefinitionReadContext(SourceText source, SourceValue root, DefinitionLimits limits, DiagnosticBag bag)
{
    // Each looks at the whole definition; of one that is wrong all over, not for each of its thousand ids.
    private int _renamingsLeft = 16;
    private FreshIds? _freshIds;

    private readonly Dictionary<string, int> _stepLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public SourceText Source { get; } = source;

    public DefinitionLimits Limits { get; } = limits;

    public DiagnosticBag Bag { get; } = bag;

    public int StepCount { get; set; }

    public int Nesting { get; set; }

    public bool HasTooManySteps { get; set; }

    /// <summary>What turns an id that no step can have into one; <see langword="null"/> where that is not certain.</summary>
    public DiagnosticFix? Renaming(SourceValue id) => _renamingsLeft-- > 0 ? StepRenaming.Of(Source, root, id) : null;

    /// <summary>What gives a step an id that has none.</summary>
    public DiagnosticFix? NewId(SourceValue step) => _renamingsLeft-- > 0 ? (_freshIds ??= new(Source, root)).ForStep(step) : null;

    /// <summary>What gives a step another id than the one that is taken; <see langword="null"/> where something calls one of both by it.</summary>
    public DiagnosticFix? OtherId(SourceValue id) => _renamingsLeft-- > 0 ? (_freshIds ??= new(Source, root)).InsteadOf(id) : null;

    /// <summary>What a step of a type is called at the head of a sentence.</summary>
    public string OwnerOf(string type)
    {
        if (!_owners.TryGetValue(type, out var owner))
            _owners[type] = owner = type.Length == 0 ? "A step" : $"A `{DefinitionDiagnostics.Shorten(type)}` step";
        return owner;
    }

    /// <summary>Takes note of a step id; where it is taken, the line in which it stands.</summary>
    public bool IsNewStep(string id, int line, out int takenIn)
    {
        takenIn = _stepLines.GetValueOrDefault(id);
        return _stepLines.TryAdd(id, line);
    }
}
