namespace WorkflowKit;

/// <summary>Where an execution stands.</summary>
public enum ExecutionStatus
{
    /// <summary>Accepted and waiting for its turn.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Waiting for a person, a timer or a resume; it holds no thread and no memory.</summary>
    Paused,

    /// <summary>Ended as it should.</summary>
    Completed,

    /// <summary>Ended by a failure; it can be retried.</summary>
    Failed,

    /// <summary>Ended because somebody asked for it.</summary>
    Cancelled,
}
