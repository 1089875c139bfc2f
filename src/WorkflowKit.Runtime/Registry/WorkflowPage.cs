namespace WorkflowKit;

/// <summary>A page of workflows, by id.</summary>
/// <param name="Items">How they stand.</param>
/// <param name="Next">What to ask for to get the next page; <see langword="null"/>: there is none.</param>
public sealed record WorkflowPage(IReadOnlyList<WorkflowState> Items, string? Next);
