using WorkflowKit.Diagnostics;

namespace WorkflowKit.Compilation;

/// <summary>All that a compilation gave, in a form that outlives the process. Immutable.</summary>
/// <param name="ClassName">Full metadata name of the workflow's class in the image.</param>
/// <param name="CSharp">The C# it was compiled from.</param>
/// <param name="Warnings">The diagnostics, none of them an error.</param>
/// <param name="Image">The assembly; programs that were compiled together share one.</param>
internal sealed record CachedProgram(string ClassName, string CSharp, IReadOnlyList<Diagnostic> Warnings, CompiledImage Image);
