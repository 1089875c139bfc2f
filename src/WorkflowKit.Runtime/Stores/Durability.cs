namespace WorkflowKit;

/// <summary>When a step's outcome counts as kept.</summary>
public enum Durability
{
    /// <summary>The next step starts once the outcome is on disk. Nothing that was done is done again after a crash, but the step that was under way.</summary>
    Strict,

    /// <summary>
    /// The next step starts once the outcome is queued for the disk; beginning, pausing and ending are still waited for. After a crash the steps of
    /// the last moments run once more.
    /// </summary>
    Relaxed,
}
