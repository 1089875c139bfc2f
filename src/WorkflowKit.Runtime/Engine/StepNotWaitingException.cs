namespace WorkflowKit;

/// <summary>A step was to be given data, or to be skipped, and it is not waiting for that.</summary>
public sealed class StepNotWaitingException : WorkflowKitException
{
    internal StepNotWaitingException(string executionId, string path, string wanted) : base($"Step '{path}' of execution {executionId} {wanted}.") =>
        (ExecutionId, Path) = (executionId, path);

    /// <summary>The execution.</summary>
    public string ExecutionId { get; }

    /// <summary>The step's path.</summary>
    public string Path { get; }
}
