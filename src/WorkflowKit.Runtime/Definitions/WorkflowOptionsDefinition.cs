namespace WorkflowKit.Definitions;

/// <summary>The <c>options</c> of a definition.</summary>
/// <param name="Timeout">A run that takes longer fails with code <c>timeout</c>; <see langword="null"/>: no limit.</param>
/// <param name="Retention">How long finished runs are kept; <see langword="null"/>: as the host says.</param>
/// <param name="Concurrency">How many runs of one key may be under way at once; <see langword="null"/>: no limit.</param>
public sealed record WorkflowOptionsDefinition(TimeSpan? Timeout, TimeSpan? Retention, ConcurrencyDefinition? Concurrency)
{
    internal static readonly WorkflowOptionsDefinition Default = new(null, null, null);

    /// <summary>Where the options stand; <see langword="null"/> where there are none.</summary>
    public SourceValue? Source { get; init; }
}
