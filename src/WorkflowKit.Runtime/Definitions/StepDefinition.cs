namespace WorkflowKit.Definitions;

/// <summary>
/// One step as its author wrote it: the members that every step has. An <see cref="ActivityDefinition"/> calls a step of the
/// catalogue; each control step has a definition of its own.
/// </summary>
public abstract class StepDefinition
{
    private readonly StepHead _head;

    private protected StepDefinition(StepHead head) => _head = head;

    /// <summary>The whole step in the source.</summary>
    public SourceValue Source => _head.Source;

    /// <summary>The identifier, unique in the definition: <c>[a-zA-Z][a-zA-Z0-9_]{0,63}</c>.</summary>
    public string Id => _head.Id;

    /// <summary>Where the identifier stands; the step itself where it is missing.</summary>
    public SourceValue IdSource => _head.IdSource;

    /// <summary>A dotted step type of the catalogue, or a control step's bare word.</summary>
    public string Type => _head.Type;

    /// <summary>Where the type stands; the step itself where it is missing.</summary>
    public SourceValue TypeSource => _head.TypeSource;

    /// <summary>The name for people; <see langword="null"/> where the author gave none.</summary>
    public string? Name => _head.Name;

    /// <summary>What the step is for, in its author's words.</summary>
    public string? Description => _head.Description;

    /// <summary>The input, a JSON template; also of <c>input</c>, <c>workflow</c>, <c>set</c> and <c>return</c>.</summary>
    public SourceValue? With => _head.With;

    /// <summary>CEL; false skips the step.</summary>
    public SourceValue? If => _head.If;

    /// <summary>The edges, as string values; <see langword="null"/>: after the step before it in the list.</summary>
    public IReadOnlyList<SourceValue>? After => _head.After;

    /// <summary>The name of a declared connection, a string value.</summary>
    public SourceValue? Connection => _head.Connection;

    /// <summary>How the step is tried again.</summary>
    public RetryDefinition? Retry => _head.Retry;

    /// <summary>The time that one attempt may take; of an <c>input</c> step, how long it waits for a person; of a <c>workflow</c> step, for the child.</summary>
    public TimeSpan? Timeout => _head.Timeout;

    /// <summary>Where the timeout stands.</summary>
    public SourceValue? TimeoutSource => _head.TimeoutSource;

    /// <summary>The name of a resilience pipeline that the host registered.</summary>
    public SourceValue? Resilience => _head.Resilience;

    /// <summary>Whether the run goes on when the step fails (<c>onError: continue</c>).</summary>
    public bool ContinueOnError => _head.ContinueOnError;

    /// <summary>Steps that undo this one.</summary>
    public IReadOnlyList<StepDefinition> Compensate => _head.Compensate;

    /// <summary>All lists of steps inside this one, compensation included, in source order.</summary>
    public virtual IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => Compensate.Count == 0 ? [] : [Compensate];
}
