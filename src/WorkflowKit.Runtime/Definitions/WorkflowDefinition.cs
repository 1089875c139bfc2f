using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>One workflow as its author wrote it, read from workflow.json (format version 1). Immutable and safe to share.</summary>
public sealed class WorkflowDefinition
{
    internal WorkflowDefinition(SourceText source, SourceValue root)
    {
        Source = source;
        Root = root;
    }

    /// <summary>The text it was read from, to the byte what the author saved.</summary>
    public SourceText Source { get; }

    /// <summary>The whole document, including members that only editors read (<c>ui</c>, <c>x-</c>).</summary>
    public SourceValue Root { get; }

    /// <summary>What reading it reported; who compiles it reports these with its own.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; internal init; } = [];

    /// <summary>The identifier: <c>[a-z][a-z0-9-]{0,63}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people; the id where the author gave none.</summary>
    public required string Name { get; init; }

    /// <summary>What the workflow is for, in its author's words.</summary>
    public string? Description { get; init; }

    /// <summary>JSON Schema of the runtime inputs; <see langword="null"/> where the workflow takes none.</summary>
    public SourceValue? Inputs { get; init; }

    /// <summary>The accounts that a run needs, by the name that steps use.</summary>
    public IReadOnlyList<ConnectionDefinition> Connections { get; init; } = [];

    /// <summary>The top-level steps in source order.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    /// <summary>Template of the run's outputs.</summary>
    public SourceValue? Outputs { get; init; }

    /// <summary>Limits and habits of the workflow's runs.</summary>
    public WorkflowOptionsDefinition Options { get; init; } = WorkflowOptionsDefinition.Default;

    /// <summary>SHA-256 of the source text as 64 lower-case hexadecimal digits: the version of the definition.</summary>
    public string Hash => Source.Hash;
}
