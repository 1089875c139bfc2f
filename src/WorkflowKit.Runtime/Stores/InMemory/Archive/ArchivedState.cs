namespace WorkflowKit.Stores;

/// <summary>All of a finished execution but its log.</summary>
internal readonly record struct ArchivedState(ExecutionHeader Header, long Ordinal, ExecutionStatus Status, ArchivedCounters Counters, long PurgeTicks);
