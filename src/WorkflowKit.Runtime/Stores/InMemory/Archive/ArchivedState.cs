namespace WorkflowKit.Stores;

/// <summary>All of a finished execution but its log.</summary>
internal readonly record struct ArchivedState(
    ExecutionHeader Header, long Ordinal, ExecutionStatus Status, int Epoch, int ClaimsWithoutProgress, long ProgressAtClaim, long LastControl, bool WasGivenBack, long PurgeTicks);
