namespace WorkflowKit.Stores;

/// <summary>Whether an execution belongs in a list.</summary>
internal static class MemoryFilter
{
    internal static bool Matches(MemoryExecution execution, ExecutionQuery query)
    {
        var header = execution.Header;
        return (query.WorkflowId is null || header.WorkflowId == query.WorkflowId)
            && (query.UserId is null || header.UserId == query.UserId)
            && (!query.HasNoUser || header.UserId is null)
            && (query.Statuses.Count == 0 || query.Statuses.Contains(execution.Status))
            && (query.Trigger is null || header.Trigger == query.Trigger)
            && (query.ParentId is null || header.ParentId == query.ParentId)
            && (query.Tags.Count == 0 || query.Tags.All(header.Tags.Contains))
            && (query.From is null || header.CreatedAt >= query.From)
            && (query.To is null || header.CreatedAt < query.To)
            && (string.IsNullOrEmpty(query.Text) || Occurs(query.Text, execution));
    }

    private static bool Occurs(string text, MemoryExecution execution)
    {
        var header = execution.Header;
        return Contains(header.Id) || Contains(header.WorkflowId) || Contains(header.WorkflowName) || Contains(header.UserId)
            || (execution.Status is ExecutionStatus.Failed && Contains(execution.ToSummary().Error?.Message));

        bool Contains(string? value) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
    }
}
