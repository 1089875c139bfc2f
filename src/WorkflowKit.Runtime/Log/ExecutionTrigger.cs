namespace WorkflowKit;

/// <summary>What started an execution.</summary>
public enum ExecutionTrigger
{
    /// <summary>A person.</summary>
    Manual,

    /// <summary>A schedule.</summary>
    Scheduled,

    /// <summary>A program.</summary>
    Api,

    /// <summary>A rerun of an earlier execution.</summary>
    Rerun,

    /// <summary>A <c>workflow</c> step of another execution.</summary>
    Child,
}
