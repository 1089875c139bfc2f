using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>What goes, goes whole.</summary>
internal sealed partial class SqliteExecutionStore
{
    public ValueTask<bool> DeleteAsync(string executionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        return new(_database.Writer.CallAsync(session => Delete(session, executionId), cancellationToken));
    }

    public ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return new(_database.Writer.CallAsync(session => Purge(session, limit), cancellationToken));
    }

    /// <exception cref="ExecutionStateException">It may not go yet.</exception>
    private bool Delete(SqliteSession session, string executionId)
    {
        long key;
        using (var row = session.Query(
            """
            SELECT key, status, owner IS NULL AND last_control <= handled_control,
              EXISTS (SELECT 1 FROM workflowkit_executions p WHERE p.id = e.parent_id AND p.status IN ('pending', 'running', 'paused'))
            FROM workflowkit_executions e WHERE id = $1
            """, executionId))
        {
            if (!row.Read()) return false;
            var (status, isAtRest) = (LogNames.ToExecutionStatus(row.GetString(1)), row.GetBoolean(2));
            if (!status.IsFinished() || !isAtRest || row.GetBoolean(3)) throw Deletion.Refusal(executionId, status, isAtRest);
            key = row.GetInt64(0);
        }
        Remove(session, key);
        return true;
    }

    private int Purge(SqliteSession session, int limit)
    {
        var keys = new List<long>();
        using (var rows = session.Query("SELECT key FROM workflowkit_executions WHERE purge_at <= $1 AND owner IS NULL AND last_control <= handled_control ORDER BY purge_at LIMIT $2", Now, limit))
            while (rows.Read()) keys.Add(rows.GetInt64(0));
        foreach (var key in keys) Remove(session, key);
        ForgetRemovals(session);
        return keys.Count;
    }

    private void Remove(SqliteSession session, long key)
    {
        session.Execute(
            "INSERT INTO workflowkit_removals (changed, id, user_id, removed_at) SELECT $2, id, user_id, $3 FROM workflowkit_executions WHERE key = $1",
            key, session.Logs.NextChange(), Now);
        session.Execute("DELETE FROM workflowkit_entries WHERE execution = $1", key);
        session.Execute("DELETE FROM workflowkit_controls WHERE execution = $1", key);
        session.Execute("DELETE FROM workflowkit_tags WHERE execution = $1", key);
        session.Execute("DELETE FROM workflowkit_inputs WHERE execution = $1", key);
        session.Execute("DELETE FROM workflowkit_executions WHERE key = $1", key);
    }

    /// <summary>Those of which everybody knows who goes on from a mark that is still good. The last one stays: no number of a change comes twice.</summary>
    private void ForgetRemovals(SqliteSession session) => session.Execute(
        """
        DELETE FROM workflowkit_removals WHERE changed < COALESCE(
          (SELECT changed FROM workflowkit_removals WHERE removed_at >= $1 ORDER BY changed LIMIT 1),
          (SELECT MAX(changed) FROM workflowkit_removals))
        """,
        Now - StoreChanges.RemovalsKept.Ticks);
}
