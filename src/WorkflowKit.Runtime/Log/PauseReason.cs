namespace WorkflowKit;

/// <summary>Why an execution was paused, or what let it go on.</summary>
public enum PauseReason
{
    /// <summary>A person asked for it.</summary>
    User,

    /// <summary>It waits for input, or got it.</summary>
    Input,

    /// <summary>It waits for a time or for another execution, or the wait is over.</summary>
    Timer,

    /// <summary>The host that ran it is gone, or could not serve it.</summary>
    Recovery,
}
