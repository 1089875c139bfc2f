namespace WorkflowKit.Definitions;

/// <summary>A limit on runs at once.</summary>
/// <param name="Key">CEL over <c>inputs</c>: runs with the same key share the limit; <see langword="null"/>: all runs of the workflow do.</param>
/// <param name="Limit">How many at once; at least 1.</param>
public sealed record ConcurrencyDefinition(SourceValue? Key, int Limit);
