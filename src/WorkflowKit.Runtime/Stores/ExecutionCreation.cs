namespace WorkflowKit.Stores;

/// <summary>What became of a request to create an execution.</summary>
/// <param name="Id">The execution: the new one, or the one that the start key had made before.</param>
/// <param name="Log">The new execution's log, owned by whoever created it; <see langword="null"/> where the execution existed, no owner was named, or the owner is dead.</param>
/// <param name="IsNew">Whether it was created now.</param>
public readonly record struct ExecutionCreation(string Id, IExecutionLog? Log, bool IsNew);
