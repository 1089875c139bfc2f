namespace WorkflowKit.Runs;

/// <summary>Ends a compiled workflow's body early without a failure. It never leaves the run.</summary>
internal abstract class RunSignal(string message) : Exception(message);
