using WorkflowKit.Diagnostics;

namespace WorkflowKit.Compilation;

/// <summary>What the stages before Roslyn gave.</summary>
/// <param name="Diagnostics">What is wrong, in the order of the source text; the reader's own diagnostics are among them.</param>
/// <param name="Source">The C#; <see langword="null"/> where there are errors.</param>
/// <param name="Timings">How long each stage took.</param>
internal sealed record FrontEndResult(IReadOnlyList<Diagnostic> Diagnostics, GeneratedSource? Source, IReadOnlyList<StageTiming> Timings);
