namespace WorkflowKit;

/// <summary>How far an execution has come.</summary>
/// <param name="Completed">The steps that have settled: completed, skipped, or failed for good.</param>
/// <param name="Total">The steps known so far; a loop makes more of them known with each pass.</param>
public readonly record struct ExecutionProgress(int Completed, int Total);
