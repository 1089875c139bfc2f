namespace WorkflowKit;

/// <summary>A start key was used before, for another workflow or with other inputs.</summary>
public sealed class StartKeyConflictException : WorkflowKitException
{
    /// <summary>Describes the conflict.</summary>
    /// <param name="startKey">The key.</param>
    /// <param name="executionId">The execution that it made before.</param>
    public StartKeyConflictException(string startKey, string executionId)
        : base($"The start key '{startKey}' made execution {executionId} of another workflow or with other inputs.")
    {
        StartKey = startKey;
        ExecutionId = executionId;
    }

    /// <summary>The key.</summary>
    public string StartKey { get; }

    /// <summary>The execution that it made before.</summary>
    public string ExecutionId { get; }
}
