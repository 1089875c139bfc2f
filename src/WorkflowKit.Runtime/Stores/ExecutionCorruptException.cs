namespace WorkflowKit;

/// <summary>Something that a store keeps of an execution cannot be read. The other executions are not touched by it.</summary>
public sealed class ExecutionCorruptException : WorkflowKitException
{
    /// <summary>Says what cannot be read.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="sequence">The entry of its log; 0: what is known of it since its creation.</param>
    /// <param name="inner">What is wrong with it.</param>
    public ExecutionCorruptException(string executionId, long sequence, Exception inner)
        : base($"{(sequence > 0 ? $"Entry {sequence}" : "The head")} of execution {executionId} cannot be read: {inner?.Message}", inner) =>
        (ExecutionId, Sequence) = (executionId, sequence);

    /// <summary>The execution.</summary>
    public string ExecutionId { get; }

    /// <summary>The entry of its log; 0: what is known of it since its creation.</summary>
    public long Sequence { get; }
}
