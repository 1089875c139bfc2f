using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>Who runs what.</summary>
internal sealed partial class SqliteExecutionStore
{
    private const string ClaimColumns =
        $"{ExecutionRow.HeaderColumns}, key, status, owner, epoch, changes, claims, progress_at_claim, was_given_back, last_control, handled_control, due_at, purge_at, body";

    private StoredLog? Claim(SqliteSession session, string executionId, string owner)
    {
        ExecutionHeader header;
        ExecutionState state;
        (string? Owner, long Progress, bool WasGivenBack) before;
        using (var row = session.Query($"SELECT {ClaimColumns} FROM workflowkit_executions JOIN workflowkit_inputs ON execution = key WHERE id = $1", executionId))
        {
            if (!row.Read()) return null;
            header = ExecutionRow.ReadHeader(row, row.GetString(25));
            var (last, handled) = (row.GetInt64(21), row.GetInt64(22));
            state = new ExecutionState(row.GetInt64(13), LogNames.ToExecutionStatus(row.GetString(14)), owner, row.GetInt32(16) + 1)
            {
                Changes = row.GetInt64(17),
                ClaimsWithoutProgress = row.GetInt32(18),
                PendingControl = last > handled ? last : 0,
                DueAt = ExecutionRow.Time(row, 23),
                PurgeAt = ExecutionRow.Time(row, 24),
            };
            before = (ExecutionRow.Text(row, 15), row.GetInt64(19), row.GetBoolean(20));
        }
        if (before.Owner is { } other && other != owner && !BuryIfOver(session, other)) return null;
        if (!_hosts.Use(session, owner)) return null;

        var progress = before.Progress;
        if (state.Status is ExecutionStatus.Running)
        {
            progress = LastProgress(session, state.Key);
            // Burying raises the epoch as well; only the first claim of all has nothing to compare with.
            if (state.Epoch == 1 || progress != before.Progress) state = state with { ClaimsWithoutProgress = 0 };
            else if (!before.WasGivenBack) state = state with { ClaimsWithoutProgress = state.ClaimsWithoutProgress + 1 };
        }
        state = state with
        {
            LastSequence = LastSequence(session, state.Key),
            Epoch = (int)(long)session.Scalar(
                """
                UPDATE workflowkit_executions SET owner = $2, epoch = epoch + 1, claimable_at = NULL, was_given_back = 0, claims = $3, progress_at_claim = $4
                WHERE key = $1 RETURNING epoch
                """,
                state.Key, owner, state.ClaimsWithoutProgress, progress)!,
        };
        return new StoredLog(this, header, state);
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

    private (List<string> Ids, List<(string Id, long Ordinal)> Asked, long Next) Due(SqliteSession session, string owner, int limit)
    {
        var now = Now;
        var ids = new List<string>();
        using (var rows = session.Query("SELECT id FROM workflowkit_executions WHERE claimable_at <= $1 ORDER BY claimable_at, key LIMIT $2", now, limit))
            while (rows.Read()) ids.Add(rows.GetString(0));
        var asked = new List<(string, long)>();
        using (var rows = session.Query("SELECT id, last_control FROM workflowkit_executions WHERE owner = $1 AND last_control > handled_control", owner))
            while (rows.Read()) asked.Add((rows.GetString(0), rows.GetInt64(1)));
        var next = session.Scalar("SELECT claimable_at FROM workflowkit_executions WHERE claimable_at > $1 ORDER BY claimable_at LIMIT 1", now) as long?;
        return (ids, asked, next ?? long.MaxValue);
    }

    private static long LastSequence(SqliteSession session, long key) =>
        (long)(session.Scalar("SELECT MAX(sequence) FROM workflowkit_entries WHERE execution = $1", key) ?? 0L);

    /// <summary>The last entry that tells of work done: not of a claim, nor of a step that may have brought its host down.</summary>
    private static long LastProgress(SqliteSession session, long key) => (long)(session.Scalar(
        """
        SELECT sequence FROM workflowkit_entries WHERE execution = $1 AND body NOT LIKE '{"type":"step_started"%'
          AND NOT (body LIKE '{"type":"execution_resumed"%' AND body LIKE '%"reason":"recovery"%')
        ORDER BY sequence DESC LIMIT 1
        """, key) ?? 0L);
}
