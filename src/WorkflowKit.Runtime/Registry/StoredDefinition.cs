using WorkflowKit.Definitions;

namespace WorkflowKit;

/// <summary>The text of a definition as a store keeps it.</summary>
/// <param name="WorkflowId">The workflow's id; what the store calls it, and what the text should say.</param>
/// <param name="Source">The text with its name.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record StoredDefinition(string WorkflowId, SourceText Source, DateTimeOffset SavedAt)
{
    /// <summary>The version: the hash of the text.</summary>
    public string Hash => Source.Hash;
}
