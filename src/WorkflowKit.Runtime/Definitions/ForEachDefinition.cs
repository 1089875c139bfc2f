namespace WorkflowKit.Definitions;

/// <summary><c>forEach</c>: the same steps for every item of a list.</summary>
public sealed class ForEachDefinition : StepDefinition
{
    internal ForEachDefinition(StepHead head)
        : base(head)
    {
    }

    /// <summary>CEL that gives the list.</summary>
    public required SourceValue Items { get; init; }

    /// <summary>The name of the item in expressions.</summary>
    public string As { get; init; } = "item";

    /// <summary>Where that name stands; <see langword="null"/> for the default.</summary>
    public SourceValue? AsSource { get; init; }

    /// <summary>How many passes run at once; at least 1.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>The steps of one pass.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; init; } = [];

    /// <summary>CEL that gives one pass's result; <see langword="null"/>: the output of its last step.</summary>
    public SourceValue? Result { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<IReadOnlyList<StepDefinition>> InnerScopes => [Steps, .. base.InnerScopes];
}
