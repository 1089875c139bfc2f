namespace WorkflowKit.Runs;

/// <summary>The boundaries of an execution's transactions, where tests stop it as if its host had died.</summary>
internal enum CrashPoint
{
    /// <summary>The execution is stored, nobody runs it yet.</summary>
    Created,

    /// <summary>Its program is loaded.</summary>
    BeforeStart,

    /// <summary>That it runs is stored.</summary>
    AfterStart,

    /// <summary>An attempt of an activity is about to begin.</summary>
    BeforeStep,

    /// <summary>An attempt of an activity has come to an output, of which nothing is written yet.</summary>
    AfterStep,

    /// <summary>Entries are written, and about to be made durable.</summary>
    BeforeFlush,

    /// <summary>They are durable.</summary>
    AfterFlush,

    /// <summary>It is about to lie down: for a time, a person, a pause.</summary>
    BeforePause,

    /// <summary>That it lies down is stored, and anybody may take it up.</summary>
    AfterPause,

    /// <summary>Controls are about to be read.</summary>
    BeforeControl,

    /// <summary>They are handled.</summary>
    AfterControl,

    /// <summary>It is about to end.</summary>
    BeforeEnd,

    /// <summary>Its end is stored, nobody was told.</summary>
    AfterEnd,

    /// <summary>A due execution was found, and is about to be claimed.</summary>
    TimerFound,

    /// <summary>The host's lease is about to be renewed.</summary>
    BeforeRenew,
}
