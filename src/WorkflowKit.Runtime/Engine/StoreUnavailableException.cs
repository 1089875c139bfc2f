namespace WorkflowKit;

/// <summary>The execution store failed for longer than the host puts up with. The execution goes on from its log once the store is back.</summary>
public sealed class StoreUnavailableException : WorkflowKitException
{
    internal StoreUnavailableException(Exception cause) : base($"The execution store does not come back: {cause.Message}", cause) { }
}
