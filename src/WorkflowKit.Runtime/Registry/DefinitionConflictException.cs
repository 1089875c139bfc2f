namespace WorkflowKit;

/// <summary>A workflow was saved or deleted by somebody else in the meantime: read the current version, change that, and save again.</summary>
public sealed class DefinitionConflictException : WorkflowKitException
{
    /// <summary>Describes the conflict.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="expectedHash">The version that the change was made from; <see cref="DefinitionVersion.New"/> where none was expected.</param>
    /// <param name="currentHash">The version that is current; <see langword="null"/> where the workflow is gone.</param>
    public DefinitionConflictException(string workflowId, string expectedHash, string? currentHash)
        : base(Describe(workflowId, expectedHash, currentHash))
    {
        WorkflowId = workflowId;
        ExpectedHash = expectedHash;
        CurrentHash = currentHash;
    }

    /// <summary>The workflow's id.</summary>
    public string WorkflowId { get; }

    /// <summary>The version that the change was made from; <see cref="DefinitionVersion.New"/> where none was expected.</summary>
    public string ExpectedHash { get; }

    /// <summary>The version that is current; <see langword="null"/> where the workflow is gone.</summary>
    public string? CurrentHash { get; }

    /// <summary>Throws where another version is current than the one that a change was made from.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="expectedHash">The version that the change was made from; <see cref="DefinitionVersion.New"/>: none; <see langword="null"/>: any will do.</param>
    /// <param name="currentHash">The version that is current; <see langword="null"/> where there is none.</param>
    /// <exception cref="DefinitionConflictException">It is another one.</exception>
    public static void ThrowIfOther(string workflowId, string? expectedHash, string? currentHash)
    {
        if (expectedHash is not null && expectedHash != (currentHash ?? DefinitionVersion.New))
            throw new DefinitionConflictException(workflowId, expectedHash, currentHash);
    }

    private static string Describe(string workflowId, string expectedHash, string? currentHash) => (expectedHash, currentHash) switch
    {
        (DefinitionVersion.New, _) => $"The workflow '{workflowId}' exists already, as version {currentHash}.",
        (_, null) => $"The workflow '{workflowId}' is gone; the change was made from version {expectedHash}.",
        _ => $"The workflow '{workflowId}' is at version {currentHash} by now; the change was made from version {expectedHash}.",
    };
}
