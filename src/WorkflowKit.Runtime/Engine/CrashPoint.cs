namespace WorkflowKit.Engine;

/// <summary>The boundaries of the engine's transactions, where tests stop an execution as if its host had died.</summary>
internal enum CrashPoint
{
    Created,
    BeforeStart,
    AfterStart,
    BeforeFlush,
    AfterFlush,
    BeforePause,
    AfterPause,
    BeforeControl,
    AfterControl,
    BeforeEnd,
    AfterEnd,
    TimerFound,
    BeforeRenew,
}
