using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>What executions are asked to do.</summary>
internal static class SqliteControls
{
    /// <summary>Stores a request, once. In a write.</summary>
    /// <returns>Its ordinal; 0: there is no such execution.</returns>
    internal static long Add(SqliteSession session, ControlRequest request, long now)
    {
        var id = request.Id.ToString();
        if (session.Scalar("SELECT ordinal FROM workflowkit_controls WHERE id = $1", id) is long known) return request.Ordinal = known;
        if (session.Scalar("SELECT key FROM workflowkit_executions WHERE id = $1", request.ExecutionId) is not long key) return 0;
        session.Execute(
            "UPDATE workflowkit_executions SET last_control = last_control + 1, claimable_at = CASE WHEN owner IS NULL THEN MIN(COALESCE(claimable_at, $2), $2) END WHERE key = $1",
            key, now);
        session.Logs.Forget(key);
        request.Ordinal = (long)session.Scalar("SELECT last_control FROM workflowkit_executions WHERE key = $1", key)!;
        session.Execute("INSERT INTO workflowkit_controls (execution, ordinal, id, body) VALUES ($1, $2, $3, $4)", key, request.Ordinal, id, ControlText.Write(request));
        return request.Ordinal;
    }

    internal static List<ControlRequest> Read(SqliteSession session, StoredLog log)
    {
        var requests = new List<ControlRequest>();
        using var rows = session.Query("SELECT ordinal, id, body FROM workflowkit_controls WHERE execution = $1 ORDER BY ordinal", log.Key);
        while (rows.Read()) requests.Add(ControlText.Read(log.Header.Id, rows.GetInt64(0), Guid.Parse(rows.GetString(1)), rows.GetString(2)));
        return requests;
    }
}
