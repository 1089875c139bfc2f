namespace WorkflowKit.Compilation;

/// <summary>What became of one source in Roslyn.</summary>
/// <param name="Image">The assembly; <see langword="null"/> where the source does not compile.</param>
/// <param name="Errors">Roslyn's messages where it does not.</param>
/// <param name="Duration">How long its batch took.</param>
internal sealed record RoslynOutcome(CompiledImage? Image, IReadOnlyList<string> Errors, TimeSpan Duration);
