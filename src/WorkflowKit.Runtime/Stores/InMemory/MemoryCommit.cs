using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>Applies a change to one execution, all of it or nothing.</summary>
internal static class MemoryCommit
{
    internal static void Apply(MemoryExecution execution, int epoch, ExecutionChange change)
    {
        lock (execution)
        {
            if (execution.Epoch != epoch) throw new ExecutionTakenOverException(execution.Header.Id);
            if (execution.Status != change.Status) ExecutionStatusTable.Demand(execution.Header.Id, execution.Status, change.Status);
            if (change.Entry is { } entry) execution.Append(epoch, entry);
            execution.Status = change.Status;
            execution.DueAt = change.DueAt;
            execution.PurgeAt = change.PurgeAt;
            if (change.HandledControls > 0) execution.Handled(change.HandledControls);
        }
    }
}
