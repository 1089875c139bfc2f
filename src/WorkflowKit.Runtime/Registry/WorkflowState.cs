namespace WorkflowKit;

/// <summary>How a workflow stands: the text as it is stored, and the version that runs. The two differ where somebody left the text broken. Immutable.</summary>
/// <param name="Stored">The text as it is stored, and when it was saved.</param>
/// <param name="Current">The version that new runs use; <see langword="null"/> where none compiles.</param>
/// <param name="Problem">What keeps the stored text from being that version; <see langword="null"/> where it is.</param>
public sealed record WorkflowState(StoredDefinition Stored, RegisteredWorkflow? Current, CompilationResult? Problem)
{
    /// <summary>The workflow's id.</summary>
    public string Id => Stored.WorkflowId;

    /// <summary>The name that the stored text gives it; where it gives none, that of the version that runs; else its id.</summary>
    public string Name => (Problem is null ? Current?.Definition : Problem.Definition) is { Name.Length: > 0 } text ? text.Name : Current?.Name ?? Id;

    /// <summary>Whether the stored text compiles, so that new runs use it.</summary>
    public bool IsCurrent => Problem is null;
}
