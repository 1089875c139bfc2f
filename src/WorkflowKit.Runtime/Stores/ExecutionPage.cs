namespace WorkflowKit;

/// <summary>A page of executions, the newest first.</summary>
/// <param name="Items">The executions.</param>
/// <param name="Next">What to ask for to get the next page; <see langword="null"/>: there is none.</param>
public sealed record ExecutionPage(IReadOnlyList<ExecutionSummary> Items, string? Next);
