namespace WorkflowKit;

/// <summary>Workflows start each other too deep, most likely without end.</summary>
public sealed class ChildDepthException : WorkflowKitException
{
    internal ChildDepthException(int limit) : base($"Executions start each other more than {limit} deep.") => Limit = limit;

    /// <summary>How deep they may.</summary>
    public int Limit { get; }
}
