using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>What came about elsewhere.</summary>
internal sealed partial class SqliteExecutionStore
{
    public ValueTask<bool> ImportAsync(FinishedExecution execution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var inputs = execution.Header.Inputs.GetRawText();
        var journal = execution.ToJournal();
        return new(_database.Writer.CallAsync(session => Import(session, execution, inputs, journal), cancellationToken));
    }

    /// <exception cref="StartKeyConflictException">The key made another.</exception>
    private bool Import(SqliteSession session, FinishedExecution execution, string inputs, JournalBatch journal)
    {
        var header = execution.Header;
        if (session.Scalar("SELECT key FROM workflowkit_executions WHERE id = $1", header.Id) is not null) return false;
        if (header.StartKey is { } startKey && FindByStartKey(session, header) is { } known) throw new StartKeyConflictException(startKey, known.Id);
        var key = Insert(session, header, inputs, owner: null);
        session.Execute(
            """
            UPDATE workflowkit_executions SET status = $2, epoch = 1, claimable_at = NULL, started_at = $3, completed_at = $4, error = $5, error_message = $6, purge_at = $7
            WHERE key = $1
            """,
            key, execution.Status.Text(), execution.StartedAt?.UtcTicks, execution.CompletedAt?.UtcTicks, execution.Error is { } error ? ExecutionRow.WriteError(error) : null,
            execution.Error?.Message, execution.PurgeAt?.UtcTicks);
        for (var index = 0; index < journal.Count; index++) session.Logs.Add(key, journal.First + index, journal[index].Span);
        return true;
    }
}
