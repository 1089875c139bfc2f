namespace WorkflowKit;

/// <summary>The store of executions or of definitions failed: under a call, of which nothing was done, or under a run for longer than the host puts up with; that goes on from its log once the store is back.</summary>
public sealed class StoreUnavailableException : WorkflowKitException
{
    internal StoreUnavailableException(Exception cause) : base($"The store cannot be used: {cause.Message}", cause) { }
}
