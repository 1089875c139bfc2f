using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>Who runs what.</summary>
internal sealed partial class SqliteExecutionStore
{
    /// <exception cref="ExecutionCorruptException">What is known of the execution cannot be read. It is due no more, unless somebody asks for it: the others must not wait behind it.</exception>
    private StoredLog? Claim(SqliteSession session, string executionId, string owner)
    {
        try
        {
            return ClaimReadable(session, executionId, owner);
        }
        catch (ExecutionCorruptException)
        {
            session.Execute("UPDATE workflowkit_executions SET claimable_at = NULL WHERE id = $1", executionId);
            throw;
        }
    }

    private StoredLog? ClaimReadable(SqliteSession session, string executionId, string owner)
    {
        ClaimRow found;
        using (var row = session.Query($"SELECT {ClaimRow.Columns} FROM workflowkit_executions JOIN workflowkit_inputs ON execution = key WHERE id = $1", executionId))
        {
            if (!row.Read()) return null;
            found = ClaimRow.Read(row, owner);
        }
        if (found.Owner is { } other && other != owner && !BuryIfOver(session, other)) return null;
        if (!_hosts.Use(session, owner)) return null;

        var state = found.State;
        var progress = state.Status is ExecutionStatus.Running ? LastProgress(session, state.Key) : found.ProgressAtClaim;
        var claims = found.ClaimsWithoutProgress(progress);
        state = state with
        {
            ClaimsWithoutProgress = claims,
            LastSequence = LastSequence(session, state.Key),
            Epoch = (int)(long)session.Scalar(
                """
                UPDATE workflowkit_executions SET owner = $2, epoch = epoch + 1, claimable_at = NULL, was_given_back = 0, claims = $3, progress_at_claim = $4
                WHERE key = $1 RETURNING epoch
                """,
                state.Key, owner, claims, progress)!,
        };
        return new StoredLog(this, found.Header, state);
    }

    private bool BuryIfOver(SqliteSession session, string host)
    {
        var validUntil = session.Scalar("SELECT valid_until FROM workflowkit_hosts WHERE id = $1 AND NOT is_dead", host) as long? ?? 0;
        if (!_hosts.IsOver(host, validUntil)) return false;
        _hosts.Bury(session, host, validUntil);
        return true;
    }

    private bool Bury(SqliteSession session, string host, long validUntil)
    {
        _hosts.Bury(session, host, validUntil);
        return true;
    }

    private (List<string> Ids, List<(string Id, long Ordinal)> Asked, long Next) Due(SqliteSession session, string owner, int limit, IReadOnlyCollection<string> unserved)
    {
        var now = Now;
        var ids = new List<string>();
        using (var rows = unserved.Count == 0
            ? session.Query("SELECT id FROM workflowkit_executions WHERE claimable_at <= $1 ORDER BY claimable_at, key LIMIT $2", now, limit)
            : session.Query(
                "SELECT id FROM workflowkit_executions WHERE claimable_at <= $1 AND definition_hash NOT IN (SELECT value FROM json_each($3)) ORDER BY claimable_at, key LIMIT $2",
                now, limit, LogJson.ToText(writer => writer.WriteStringValues(unserved))))
            while (rows.Read()) ids.Add(rows.GetString(0));
        var asked = new List<(string, long)>();
        using (var rows = session.Query("SELECT id, last_control FROM workflowkit_executions WHERE owner = $1 AND last_control > handled_control", owner))
            while (rows.Read()) asked.Add((rows.GetString(0), rows.GetInt64(1)));
        var next = session.Scalar("SELECT claimable_at FROM workflowkit_executions WHERE claimable_at > $1 ORDER BY claimable_at LIMIT 1", now) as long?;
        return (ids, asked, next ?? long.MaxValue);
    }

    private static long LastSequence(SqliteSession session, long key) =>
        (long)(session.Scalar("SELECT MAX(sequence) FROM workflowkit_entries WHERE execution = $1", key) ?? 0L);

    private static long LastProgress(SqliteSession session, long key) => (long)(session.Scalar(
        $"SELECT sequence FROM workflowkit_entries WHERE execution = $1 AND {ClaimRow.IsProgress} ORDER BY sequence DESC LIMIT 1", key) ?? 0L);
}
