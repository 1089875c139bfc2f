namespace WorkflowKit;

/// <summary>Where a step stands.</summary>
public enum StepStatus
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Under way, waiting, or about to be tried again.</summary>
    Running,

    /// <summary>Ended with an output.</summary>
    Completed,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Left out: its condition was false, its branch was not taken, or a person skipped it.</summary>
    Skipped,
}
