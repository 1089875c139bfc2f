namespace WorkflowKit.Stores;

/// <summary>An execution that was deleted or purged.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserId">On whose behalf it ran.</param>
public sealed record RemovedExecution(string Id, string? UserId);
