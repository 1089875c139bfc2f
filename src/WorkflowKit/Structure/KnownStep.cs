namespace WorkflowKit.Structure;

/// <summary>What the checks need to know of a step class.</summary>
/// <param name="Type">The dotted type.</param>
/// <param name="Provider">The provider of the connection that it needs; <see langword="null"/>: none.</param>
internal sealed record KnownStep(string Type, string? Provider);
