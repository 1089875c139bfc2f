namespace WorkflowKit.Definitions;

/// <summary>An account that a run needs; the running user connects it.</summary>
/// <param name="Name">The name that steps use.</param>
/// <param name="Provider">The provider, such as <c>shopify</c>.</param>
/// <param name="Source">Where it is declared.</param>
/// <param name="NameSource">Where its name stands.</param>
public sealed record ConnectionDefinition(string Name, string Provider, SourceValue Source, SourceMember NameSource);
