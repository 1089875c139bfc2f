using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>What reading a definition gave. The invariant: without an error in <paramref name="Diagnostics"/> there is a definition.</summary>
/// <param name="Definition">
/// The definition; where there are errors, as much of it as could be read, so that later stages can report theirs as well;
/// <see langword="null"/> only where the text is not a JSON object at all.
/// </param>
/// <param name="Diagnostics">What is wrong, in the order of the source text.</param>
public sealed record DefinitionReadResult(WorkflowDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is no error.</summary>
    public bool Succeeded => Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
