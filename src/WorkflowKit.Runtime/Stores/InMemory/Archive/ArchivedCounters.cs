namespace WorkflowKit.Stores;

/// <summary>What a store counts of an execution, as <see cref="MemoryExecution"/> uses it.</summary>
internal readonly record struct ArchivedCounters(int Epoch, int ClaimsWithoutProgress, long ProgressAtClaim, long LastControl, bool WasGivenBack)
{
    /// <summary>Claimed once, by whoever created it.</summary>
    internal static ArchivedCounters Usual => new(1, 0, 0, 0, false);
}
