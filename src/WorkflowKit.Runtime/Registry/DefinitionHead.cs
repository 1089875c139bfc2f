namespace WorkflowKit;

/// <summary>A workflow's current text without the text itself.</summary>
/// <param name="WorkflowId">The workflow's id.</param>
/// <param name="Hash">The version: the hash of the text.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record DefinitionHead(string WorkflowId, string Hash, DateTimeOffset SavedAt);
