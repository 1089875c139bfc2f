namespace WorkflowKit.Compilation;

/// <summary>What Roslyn made of a batch: one image for all sources that compile, and the errors of those that do not.</summary>
/// <param name="Image">The assembly; <see langword="null"/> where no source compiles.</param>
/// <param name="Errors">Roslyn's messages by the source that they belong to; empty for a correct emitter.</param>
internal sealed record RoslynResult(CompiledImage? Image, IReadOnlyDictionary<GeneratedSource, IReadOnlyList<string>> Errors);
