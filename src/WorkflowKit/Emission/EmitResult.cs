using WorkflowKit.Diagnostics;

namespace WorkflowKit.Emission;

/// <summary>What the emitter made of a definition.</summary>
/// <param name="CSharp">The file; <see langword="null"/> where the definition has errors.</param>
/// <param name="TypeName">The full name of the workflow's class; empty where there is none.</param>
/// <param name="Diagnostics">What the binder found: errors and warnings, in the order of the source text.</param>
/// <param name="StepTypes">The classes of the host that the file names: steps' inputs and outputs.</param>
internal sealed record EmitResult(string? CSharp, string TypeName, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Type> StepTypes);
