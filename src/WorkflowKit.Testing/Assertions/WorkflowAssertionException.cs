namespace WorkflowKit.Testing;

/// <summary>A test of a workflow found something else than it expects. The message says what, and tells the execution's story.</summary>
/// <param name="message">What was expected, what is there instead, and how it came about.</param>
public sealed class WorkflowAssertionException(string message) : WorkflowKitException(message);
