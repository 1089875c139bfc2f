namespace WorkflowKit.Stores;

/// <summary>What an execution is asked to do.</summary>
public enum ControlKind
{
    /// <summary>To end.</summary>
    Cancel,

    /// <summary>To wait at the next step boundary.</summary>
    Pause,

    /// <summary>To go on after a pause.</summary>
    Resume,

    /// <summary>To go on from the step that failed.</summary>
    Retry,

    /// <summary>To go on without the failed or waiting step.</summary>
    Skip,

    /// <summary>To take the data that a step waits for.</summary>
    Input,

    /// <summary>To look again: an execution that it started has ended.</summary>
    ChildEnded,
}
