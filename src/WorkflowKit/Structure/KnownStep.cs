namespace WorkflowKit.Structure;

/// <summary>What the checks need to know of a step class.</summary>
/// <param name="Type">The dotted type.</param>
/// <param name="Provider">The provider of the connection that it needs; <see langword="null"/>: none.</param>
/// <param name="Idempotent">Whether doing it twice does no harm; <see langword="null"/>: nobody has said.</param>
internal sealed record KnownStep(string Type, string? Provider, bool? Idempotent = null);
