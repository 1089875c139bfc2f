namespace WorkflowKit.Definitions;

/// <summary>One case of a <c>switch</c> step.</summary>
public sealed class CaseDefinition
{
    /// <summary>The whole case in the source.</summary>
    public required SourceValue Source { get; init; }

    /// <summary>CEL; the first case that is true is taken.</summary>
    public required SourceValue When { get; init; }

    /// <summary>The steps of the case.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];
}
