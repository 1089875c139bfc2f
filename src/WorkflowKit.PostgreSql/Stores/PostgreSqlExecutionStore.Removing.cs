using System.Globalization;
using Npgsql;
using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>What goes, goes whole.</summary>
internal sealed partial class PostgreSqlExecutionStore
{
    private const string HasUnfinishedParent =
        "EXISTS (SELECT 1 FROM workflowkit.executions p WHERE p.id = x.parent_id AND p.status IN ('pending', 'running', 'paused'))";

    private const string IsAtRest = "x.owner IS NULL AND x.last_control <= x.handled_control";

    public async ValueTask<bool> DeleteAsync(string executionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        if (!StoredText.Fits(executionId)) return false;
        // Locked first: what is written of it until then is seen by the statement that removes it.
        var statements = new SqlBatch($"SELECT x.status, {IsAtRest} FROM workflowkit.executions x WHERE x.id = $1 FOR UPDATE", executionId).Add(
            Removing($"SELECT x.key FROM workflowkit.executions x WHERE x.id = $1 AND x.status IN ('completed', 'failed', 'cancelled') AND {IsAtRest} AND NOT {HasUnfinishedParent}", "$2"), executionId, _clock.Given);
        var (found, removed) = await _database.WriteAsync(statements, ReadDeletionAsync, cancellationToken).ConfigureAwait(false);
        if (found is not var (status, isAtRest)) return false;
        return removed > 0 ? true : throw Deletion.Refusal(executionId, status, isAtRest);
    }

    public ValueTask<int> PurgeAsync(int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return new(_database.WriteAsync(
            new SqlBatch(
                Removing("SELECT key FROM workflowkit.executions WHERE purge_at <= (SELECT workflowkit.ticks_now($2)) AND owner IS NULL AND last_control <= handled_control ORDER BY purge_at LIMIT $1 FOR UPDATE SKIP LOCKED", "$2"),
                limit, _clock.Given),
            cancellationToken));
    }

    /// <summary>Removes executions with all that is kept of them, notes that they are gone, and forgets those of which everybody knows whose mark is still good.</summary>
    /// <param name="which">Selects their keys.</param>
    /// <param name="clock">The parameter with the clock's time.</param>
    private static string Removing(string which, string clock) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        WITH gone AS ({which}),
        known AS (SELECT ctid FROM workflowkit.removals WHERE removed_at < (SELECT workflowkit.ticks_now({clock})) - {StoreChanges.RemovalsKept.Ticks} FOR UPDATE SKIP LOCKED),
        forgotten AS (DELETE FROM workflowkit.removals WHERE ctid = ANY (ARRAY (SELECT ctid FROM known))),
        entries AS (DELETE FROM workflowkit.entries e USING gone WHERE e.execution = gone.key),
        controls AS (DELETE FROM workflowkit.controls c USING gone WHERE c.execution = gone.key),
        tags AS (DELETE FROM workflowkit.tags t USING gone WHERE t.execution = gone.key),
        inputs AS (DELETE FROM workflowkit.inputs i USING gone WHERE i.execution = gone.key),
        removed AS (DELETE FROM workflowkit.executions x USING gone WHERE x.key = gone.key RETURNING x.id, x.user_id)
        INSERT INTO workflowkit.removals (changed, id, user_id, removed_at) SELECT pg_current_xact_id(), id, user_id, workflowkit.ticks_now({clock}) FROM removed
        """);

    private static async ValueTask<((ExecutionStatus Status, bool IsAtRest)? Found, int Removed)> ReadDeletionAsync(NpgsqlDataReader reader)
    {
        (ExecutionStatus, bool)? found = await reader.ReadAsync().ConfigureAwait(false) ? (LogNames.ToExecutionStatus(reader.GetString(0)), reader.GetBoolean(1)) : null;
        while (await reader.NextResultAsync().ConfigureAwait(false))
        {
        }
        return (found, reader.RecordsAffected);
    }
}
