namespace WorkflowKit.Definitions;

/// <summary>
/// One step as its author wrote it: the members that every step has. An <see cref="ActivityDefinition"/> calls a step of the
/// catalogue; each control step has a definition of its own.
/// </summary>
public abstract class StepDefinition
{
    /// <summary>The whole step in the source.</summary>
    public required SourceValue Source { get; init; }

    /// <summary>The identifier, unique in the definition: <c>[a-zA-Z][a-zA-Z0-9_]{0,63}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Where the identifier stands; the step itself where it is missing.</summary>
    public required SourceValue IdSource { get; init; }

    /// <summary>A dotted step type of the catalogue, or a control step's bare word.</summary>
    public required string Type { get; init; }

    /// <summary>Where the type stands; the step itself where it is missing.</summary>
    public required SourceValue TypeSource { get; init; }

    /// <summary>The name for people; <see langword="null"/> where the author gave none.</summary>
    public string? Name { get; init; }

    /// <summary>What the step is for, in its author's words.</summary>
    public string? Description { get; init; }

    /// <summary>The input, a JSON template; also of <c>input</c>, <c>workflow</c>, <c>set</c> and <c>return</c>.</summary>
    public SourceValue? With { get; init; }

    /// <summary>CEL; false skips the step.</summary>
    public SourceValue? If { get; init; }

    /// <summary>The edges, as string values; <see langword="null"/>: after the step before it in the list.</summary>
    public IReadOnlyList<SourceValue>? After { get; init; }

    /// <summary>The name of a declared connection, a string value.</summary>
    public SourceValue? Connection { get; init; }

    /// <summary>How the step is tried again.</summary>
    public RetryDefinition? Retry { get; init; }

    /// <summary>The time that one attempt may take (of an <c>input</c> step: how long it waits for a person).</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where the timeout stands.</summary>
    public SourceValue? TimeoutSource { get; init; }

    /// <summary>The name of a resilience pipeline that the host registered.</summary>
    public SourceValue? Resilience { get; init; }

    /// <summary>Whether the run goes on when the step fails (<c>onError: continue</c>).</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Steps that undo this one.</summary>
    public IReadOnlyList<StepDefinition> Compensate { get; init; } = [];

    /// <summary>All lists of steps inside this one, compensation included, in source order.</summary>
    public virtual IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => Compensate.Count == 0 ? [] : [Compensate];
}
