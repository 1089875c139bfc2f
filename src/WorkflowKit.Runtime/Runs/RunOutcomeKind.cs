namespace WorkflowKit.Runs;

/// <summary>How one run of an execution ended.</summary>
internal enum RunOutcomeKind
{
    /// <summary>The execution is done; there are outputs.</summary>
    Completed,

    /// <summary>The execution failed, and what it had to compensate is compensated.</summary>
    Failed,

    /// <summary>The execution was cancelled as asked, and what it had to compensate is compensated.</summary>
    Cancelled,

    /// <summary>The execution waits for a time, a person or a child; run it again when that has come.</summary>
    Suspended,

    /// <summary>The execution stands at step boundaries, as asked.</summary>
    Paused,

    /// <summary>Log and program part; run it again once the host can serve it.</summary>
    Diverged,

    /// <summary>The host stops, or the execution is another host's now. Nothing was lost, nothing is to be written.</summary>
    Abandoned,
}
