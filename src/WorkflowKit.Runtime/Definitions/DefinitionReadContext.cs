using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>What the readers of one definition share.</summary>
internal sealed class DefinitionReadContext(SourceText source, DefinitionLimits limits, DiagnosticBag bag)
{
    private readonly Dictionary<string, int> _stepLines = new(StringComparer.Ordinal);

    public SourceText Source { get; } = source;

    public DefinitionLimits Limits { get; } = limits;

    public DiagnosticBag Bag { get; } = bag;

    public int StepCount { get; set; }

    public int Nesting { get; set; }

    public bool HasTooManySteps { get; set; }

    /// <summary>Takes note of a step id; where it is taken, the line in which it stands.</summary>
    public bool IsNewStep(string id, int line, out int takenIn)
    {
        takenIn = _stepLines.GetValueOrDefault(id);
        return _stepLines.TryAdd(id, line);
    }
}
