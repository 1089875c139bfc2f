namespace WorkflowKit;

/// <summary>One version of a workflow's definition.</summary>
/// <param name="Hash">SHA-256 of its text, 64 lower-case hexadecimal digits.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="IsCurrent">Whether new runs use it.</param>
public sealed record DefinitionVersion(string Hash, DateTimeOffset SavedAt, bool IsCurrent)
{
    /// <summary>As an expected version: the workflow must not exist yet.</summary>
    public const string New = "";
}
