namespace WorkflowKit;

/// <summary>How many executions of one status were created on one day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Status">Where they stand now.</param>
/// <param name="Count">How many.</param>
public readonly record struct DailyCount(DateOnly Day, ExecutionStatus Status, long Count);
