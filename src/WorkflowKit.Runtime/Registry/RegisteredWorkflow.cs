using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit;

/// <summary>A version of a workflow that compiles. Immutable.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="CSharp">The C# that it became; <see langword="null"/> where the host was built with its workflows compiled in.</param>
/// <param name="Diagnostics">Warnings in the order of the source text.</param>
public sealed record RegisteredWorkflow(WorkflowDefinition Definition, string? CSharp, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The workflow's id.</summary>
    public string Id => Definition.Id;

    /// <summary>The name for people.</summary>
    public string Name => Definition.Name;

    /// <summary>The version: the hash of the definition.</summary>
    public string Hash => Definition.Hash;
}
